/**
 * Tickets as they travel: signed JSON Web Tokens (HS256) under the secret that the web tier and the live process share. Each kind
 * has an audience of its own, so that none can stand in for another. Time is an argument.
 */
import { jwtVerify, SignJWT } from 'jose';
import type { z } from 'zod';
import { type DecisionCall, decisionCall } from './decisionCall.ts';
import { type EventsTicket, eventsTicket, TICKET_SECONDS, type Ticket, ticket } from './ticket.ts';

const AUDIENCE = { sync: 'tramline.sync', events: 'tramline.events', decision: 'tramline.decision' } as const;
type Audience = (typeof AUDIENCE)[keyof typeof AUDIENCE];

/** How far the clocks of two machines may be apart, in seconds. */
const CLOCK_TOLERANCE_SECONDS = 2;

async function sign(claims: object, audience: Audience, secret: string, now: Date): Promise<string> {
  const second = Math.floor(now.getTime() / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setIssuedAt(second)
    .setExpirationTime(second + TICKET_SECONDS)
    .sign(keyOf(secret));
}

async function verify<S extends z.ZodType>(
  token: string,
  schema: S,
  audience: Audience,
  secret: string,
  now: Date,
): Promise<z.infer<S> | undefined> {
  const key = keyOf(secret);
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      audience,
      currentDate: now,
      maxTokenAge: TICKET_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'iat'],
    });
    const read = schema.safeParse(payload);
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** A key shorter than 32 bytes can be guessed: a mistake of the installation, not of the person who asks. */
function keyOf(secret: string): Uint8Array {
  const key = new TextEncoder().encode(secret);
  if (key.byteLength < 32) throw new RangeError('the shared secret must have at least 32 bytes');
  return key;
}

/** The token of a room's ticket. It lives `TICKET_SECONDS` from `now`. Throws a `RangeError` for a secret under 32 bytes. */
export function signTicket(claims: Ticket, secret: string, now: Date): Promise<string> {
  return sign(ticket.parse(claims), AUDIENCE.sync, secret, now);
}

/** The ticket in a token; `undefined` when it is forged, expired, of another kind or not a ticket. The caller compares `room`. */
export function verifyTicket(token: string, secret: string, now: Date): Promise<Ticket | undefined> {
  return verify(token, ticket, AUDIENCE.sync, secret, now);
}

/** The token of an events ticket, for the handshake of `/rt`. */
export function signEventsTicket(claims: EventsTicket, secret: string, now: Date): Promise<string> {
  return sign(eventsTicket.parse(claims), AUDIENCE.events, secret, now);
}

/** The events ticket in a token; `undefined` when it is forged, expired, of another kind or not a ticket. */
export function verifyEventsTicket(token: string, secret: string, now: Date): Promise<EventsTicket | undefined> {
  return verify(token, eventsTicket, AUDIENCE.events, secret, now);
}

/** The token of a decision that the web tier hands to the live process. The whole call is inside it, so nothing can be changed on the way. */
export function signDecisionCall(claims: DecisionCall, secret: string, now: Date): Promise<string> {
  return sign(decisionCall.parse(claims), AUDIENCE.decision, secret, now);
}

/** The decision in a token; `undefined` when it is forged, expired or of another kind. */
export function verifyDecisionCall(token: string, secret: string, now: Date): Promise<DecisionCall | undefined> {
  return verify(token, decisionCall, AUDIENCE.decision, secret, now);
}
