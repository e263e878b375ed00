/** What a person's present standing means for a socket that is open. Pure. */
import type { Standing } from '@tramline/store';
import { CLOSE_CODE, type DocumentKind, EDIT_ACTION, may, REFUSAL, type Refusal, type Ticket } from '@tramline/wire';

export type Judgement =
  | { readonly act: 'stay' }
  /** The person reads on, but may not edit any more. */
  | { readonly act: 'read'; readonly code: Refusal }
  | { readonly act: 'close'; readonly code: number; readonly why: string };

type SessionOfTicket = Pick<Ticket, 'sessionEpoch' | 'sessionEnds'>;

/** Whether the person has signed out everywhere, or the session has run out. */
export function hasSessionEnded(ticket: SessionOfTicket, standing: Standing, now: Date): boolean {
  return standing.sessionEpoch > ticket.sessionEpoch || now.getTime() >= ticket.sessionEnds * 1000;
}

/** Judges one socket. `refusal`: why it may not edit until now. Who may edit again comes back with a new ticket. */
export function judge(
  { ticket, kind, refusal }: { ticket: SessionOfTicket; kind: DocumentKind; refusal: Refusal | null },
  standing: Standing,
  now: Date,
): Judgement {
  if (standing.isProjectDeleted) return { act: 'close', code: CLOSE_CODE.gone, why: 'project deleted' };
  if (hasSessionEnded(ticket, standing, now)) return { act: 'close', code: CLOSE_CODE.sessionEnded, why: 'signed out' };
  if (!standing.role) return { act: 'close', code: CLOSE_CODE.forbidden, why: 'membership ended' };
  const mayEdit = mayStandingEdit(standing, kind);
  if (!mayEdit && refusal === null) return { act: 'read', code: REFUSAL.readOnlyRole };
  if (mayEdit && refusal === REFUSAL.readOnlyRole)
    return { act: 'close', code: CLOSE_CODE.restart, why: 'role changed' };
  return { act: 'stay' };
}

/** Whether a person's role now has the right to edit a kind of room. */
export function mayStandingEdit({ role }: Standing, kind: DocumentKind): boolean {
  return role !== undefined && may(role, EDIT_ACTION[kind]);
}

/** Why a fresh socket may not edit; `null` when it may. */
export function refusalOf(
  ticket: Pick<Ticket, 'mayEdit' | 'schemaVersion'>,
  document: { readonly kind: DocumentKind; readonly schemaVersion: number },
  standing: Standing | undefined,
): Refusal | null {
  if (ticket.schemaVersion < document.schemaVersion) return REFUSAL.schemaVersion;
  if (!ticket.mayEdit) return REFUSAL.readOnlyRole;
  if (standing && !mayStandingEdit(standing, document.kind)) return REFUSAL.readOnlyRole;
  return null;
}
