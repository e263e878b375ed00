/** Asks the web tier for a ticket to one room. Shape: wire's `ticketRequest`. */
import { type ErrorBody, SCHEMA_VERSION, type TicketAnswer, type TicketRequest } from '@tramline/wire';
import type { SaveCause } from './saveState.ts';

export type TicketOutcome =
  | { readonly state: 'granted'; readonly answer: TicketAnswer }
  /** The server says no, and will go on saying no. */
  | { readonly state: 'refused'; readonly cause: Extract<SaveCause, 'sessionEnded' | 'forbidden' | 'gone'> }
  /** No answer, or a server that is away: worth trying again. */
  | { readonly state: 'away' };

const CAUSES: Readonly<Record<number, Extract<SaveCause, 'sessionEnded' | 'forbidden' | 'gone'>>> = {
  401: 'sessionEnded',
  403: 'forbidden',
  404: 'gone',
};

const ANSWER_WAIT_MS = 10_000;

/** Never throws. A server that holds the line without an answer counts as away. */
export async function requestTicket(request: Omit<TicketRequest, 'schemaVersion'>): Promise<TicketOutcome> {
  let response: Response;
  try {
    response = await fetch('/api/tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...request, schemaVersion: SCHEMA_VERSION } satisfies TicketRequest),
      signal: AbortSignal.timeout(ANSWER_WAIT_MS),
    });
  } catch {
    return { state: 'away' };
  }
  const body = (await response.json().catch(() => null)) as TicketAnswer | ErrorBody | null;
  if (response.ok && body && 'token' in body) return { state: 'granted', answer: body };
  // Only an answer of ours ends the room: a proxy's 404 page does not.
  const cause = body && 'error' in body ? CAUSES[response.status] : undefined;
  return cause ? { state: 'refused', cause } : { state: 'away' };
}
