/** Short-lived tickets: the web tier signs one per room and socket, the live process only verifies. */
import { z } from 'zod';
import { documentKind } from './document.ts';
import { role } from './role.ts';

/** Seconds that a ticket lives. */
export const TICKET_SECONDS = 60;

/** Client ids below belong to the server: initial content, imports, restores. */
export const FIRST_LEASABLE_CLIENT = 1024;

const clientId = z.number().int().min(FIRST_LEASABLE_CLIENT).max(0xffff_ffff);

/** When the person's session runs out, in seconds since 1970: an open socket does not outlive it. */
const sessionEnds = z.number().int().nonnegative();

/** What one socket is allowed to be. `mayEdit` is decided by the table when the ticket is signed. */
export const ticket = z.object({
  room: z.uuid(),
  kind: documentKind,
  projectId: z.uuid(),
  userId: z.uuid(),
  name: z.string().max(200),
  role,
  mayEdit: z.boolean(),
  clientId,
  earlierClientIds: z.array(clientId).max(64),
  sessionId: z.string().min(1).max(128),
  /** The person's session epoch when it was signed; sign-out everywhere raises it. */
  sessionEpoch: z.number().int(),
  sessionEnds,
  generation: z.number().int(),
  schemaVersion: z.number().int(),
});
export type Ticket = z.infer<typeof ticket>;

/**
 * POST /api/tickets: asks for a ticket for one room under one Yjs client id. `earlierClientIds` are those under which this device
 * wrote while it was offline and which were perhaps never leased: the browser may have been closed before it came back.
 */
export const ticketRequest = z.object({
  documentId: z.uuid(),
  clientId,
  earlierClientIds: z.array(clientId).max(64).default([]),
  schemaVersion: z.number().int().positive(),
});
export type TicketRequest = z.infer<typeof ticketRequest>;
/** `mode` is `read` for those who may not edit and for clients older than the document. */
export interface TicketAnswer {
  readonly token: string;
  readonly mode: 'edit' | 'read';
  readonly schemaVersion: number;
}

/** The events ticket of a person: which projects' news a socket.io connection may hear. Handed out by POST /api/tickets/events. */
export const eventsTicket = z.object({
  projectId: z.uuid(),
  userId: z.uuid(),
  name: z.string().max(200),
  role,
  sessionId: z.string().min(1).max(128),
  sessionEpoch: z.number().int(),
  sessionEnds,
});
export type EventsTicket = z.infer<typeof eventsTicket>;

/** POST /api/tickets/events: asks for the news of one project. */
export const eventsTicketRequest = z.object({ projectId: z.uuid() });
export type EventsTicketRequest = z.infer<typeof eventsTicketRequest>;
