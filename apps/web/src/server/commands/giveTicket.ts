/** Tickets: what lets a socket into a room or into a project's news, for a minute. */
import {
  EDIT_ACTION,
  type EventsTicketRequest,
  may,
  type Outcome,
  signEventsTicket,
  signTicket,
  type TicketAnswer,
  type TicketRequest,
} from '@tramline/wire';
import type { Session } from '../auth/session.ts';
import { done, refuse } from '../outcome.ts';
import type { PersonCall } from '../route.ts';

/** What both kinds of ticket say of the person and the session. */
function whoOf({ person, sessionId, endsAt }: Session) {
  const { id: userId, name, sessionEpoch } = person;
  return { userId, name, sessionId, sessionEpoch, sessionEnds: Math.floor(endsAt.getTime() / 1000) };
}

/**
 * A ticket for a room. It says `read` for roles that may not edit this kind of document, and for clients whose schema is older than
 * the document's. A room of a project of others is `thing.notFound`.
 */
export async function giveTicket({
  services,
  session,
  input,
}: PersonCall<TicketRequest>): Promise<Outcome<TicketAnswer>> {
  const { store, environment, now } = services;
  const { person } = session;
  const document = await store.documents.find(input.documentId);
  const role = document && (await store.projects.roleOf(document.projectId, person.id));
  if (!role) return refuse('thing.notFound');
  const { id: room, kind, projectId, generation, schemaVersion } = document;
  const mayEdit = may(role, EDIT_ACTION[kind]) && input.schemaVersion >= schemaVersion;
  const who = { role, ...whoOf(session) };
  const client = {
    clientId: input.clientId,
    earlierClientIds: input.earlierClientIds,
    schemaVersion: input.schemaVersion,
  };
  const ticket = { room, kind, projectId, generation, mayEdit, ...who, ...client };
  const token = await signTicket(ticket, environment.syncSecret, now());
  return done({ token, mode: mayEdit ? 'edit' : 'read', schemaVersion });
}

/** A ticket for the news of a project. A project of others is `thing.notFound`. */
export async function giveEventsTicket(call: PersonCall<EventsTicketRequest>): Promise<Outcome<{ token: string }>> {
  const { services, session, input } = call;
  const { store, environment, now } = services;
  const { person } = session;
  const role = await store.projects.roleOf(input.projectId, person.id);
  if (!role) return refuse('thing.notFound');
  const who = { role, ...whoOf(session) };
  return done({ token: await signEventsTicket({ projectId: input.projectId, ...who }, environment.syncSecret, now()) });
}
