import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { type DecisionCall, decisionBody } from './decisionCall.ts';
import { type EventsTicket, type Ticket, ticketRequest } from './ticket.ts';
import * as token from './ticketToken.ts';

const secret = 'a secret of thirty-two bytes or so';
const other = 'another secret, just as long as it';
const now = new Date('2026-03-01T09:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

const ticket: Ticket = {
  ...{ room: id(1), kind: 'script', projectId: id(2), userId: id(3), name: 'Elif', role: 'writer', mayEdit: true },
  ...{ clientId: 2048, earlierClientIds: [4096], sessionId: 's', sessionEpoch: 2, sessionEnds: 1_772_384_400 },
  ...{ generation: 1, schemaVersion: 1 },
};
const events: EventsTicket = {
  projectId: id(2),
  userId: id(3),
  name: 'Elif',
  role: 'viewer',
  sessionId: 's',
  sessionEpoch: 0,
  sessionEnds: 1_772_384_400,
};
const call: DecisionCall = {
  ...{
    approvalId: id(4),
    projectId: id(2),
    scriptId: id(5),
    shotId: 'shot-1',
    documents: { script: id(1), shots: id(6) },
  },
  actor: { id: id(3), name: 'Noor', role: 'producer' },
  request: { gate: 'prompt', decision: 'approve', hash: `sha256:${'0'.repeat(64)}`, note: 'Good.' },
};

const kinds = [
  ['room', () => token.signTicket(ticket, secret, now), token.verifyTicket, ticket],
  ['events', () => token.signEventsTicket(events, secret, now), token.verifyEventsTicket, events],
  ['decision', () => token.signDecisionCall(call, secret, now), token.verifyDecisionCall, call],
] as const;

describe.each(kinds)('a %s token', (kind, sign, verify, claims) => {
  it('[TK1] gives back what went in', async () => {
    expect(await verify(await sign(), secret, later(1))).toEqual(claims);
  });
  it('[TK2] is good for a minute and two seconds', async () => {
    const signed = await sign();
    expect(await verify(signed, secret, later(61))).toEqual(claims);
    expect(await verify(signed, secret, later(63))).toBeUndefined();
  });
  it('[TK2] is refused when it comes from the future', async () => {
    expect(await verify(await sign(), secret, later(-3))).toBeUndefined();
  });
  it('[TK3] is refused under another secret and with a changed letter anywhere', async () => {
    const signed = await sign();
    expect(await verify(signed, other, now)).toBeUndefined();
    const step = Math.max(1, Math.floor(signed.length / 60));
    // The last letter of a signature holds bits that say nothing; every other letter counts.
    for (let at = 0; at < signed.length - 1; at += step) {
      const letter = signed[at] === 'A' ? 'B' : 'A';
      if (signed[at] === '.') continue;
      expect(await verify(signed.slice(0, at) + letter + signed.slice(at + 1), secret, now)).toBeUndefined();
    }
    for (const nonsense of ['', 'x', 'a.b.c', `${signed}.`])
      expect(await verify(nonsense, secret, now)).toBeUndefined();
  });
  it('[TK3] is refused without a signature or with another algorithm', async () => {
    const [, payload] = (await sign()).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await verify(`${none}.${payload}.`, secret, now)).toBeUndefined();
    const audience = `tramline.${kind === 'room' ? 'sync' : kind}`;
    const stronger = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS512' })
      .setAudience(audience)
      .setIssuedAt(now.getTime() / 1000)
      .setExpirationTime(now.getTime() / 1000 + 60)
      .sign(new TextEncoder().encode(secret));
    expect(await verify(stronger, secret, now)).toBeUndefined();
  });
  it('[TK4] opens nothing of another kind', async () => {
    const signed = await sign();
    for (const [otherKind, , otherVerify] of kinds) {
      if (otherKind !== kind) expect(await otherVerify(signed, secret, now)).toBeUndefined();
    }
  });
  it('[TK5] is refused when its claims have another form, or no end', async () => {
    const forge = (forged: object, build: (jwt: SignJWT) => SignJWT) =>
      build(new SignJWT({ ...forged }).setProtectedHeader({ alg: 'HS256' }))
        .setAudience(`tramline.${kind === 'room' ? 'sync' : kind}`)
        .sign(new TextEncoder().encode(secret));
    const second = now.getTime() / 1000;
    const timed = (jwt: SignJWT) => jwt.setIssuedAt(second).setExpirationTime(second + 60);
    expect(await verify(await forge(claims, timed), secret, now)).toEqual(claims);
    expect(await verify(await forge({ ...claims, projectId: 'p' }, timed), secret, now)).toBeUndefined();
    expect(await verify(await forge({}, timed), secret, now)).toBeUndefined();
    expect(await verify(await forge(claims, (jwt) => jwt.setIssuedAt(second)), secret, now)).toBeUndefined();
    const endless = (jwt: SignJWT) => jwt.setExpirationTime(second + 9_999_999);
    expect(await verify(await forge(claims, endless), secret, now)).toBeUndefined();
    const long = (jwt: SignJWT) => endless(jwt).setIssuedAt(second);
    expect(await verify(await forge(claims, long), secret, later(120))).toBeUndefined();
  });
});

describe('secrets and claims', () => {
  it('[TK6] throws for a secret that can be guessed', async () => {
    await expect(token.signTicket(ticket, 'short', now)).rejects.toThrow(RangeError);
    await expect(token.verifyTicket('x', 'short', now)).rejects.toThrow(RangeError);
  });
  it('[TK7] neither asks for nor signs client ids of the server', async () => {
    const request = { documentId: id(1), schemaVersion: 1 };
    expect(ticketRequest.parse({ ...request, clientId: 1024 })).toEqual({
      ...request,
      clientId: 1024,
      earlierClientIds: [],
    });
    for (const clientId of [0, 1, 1023, -1, 2 ** 32, 1.5, '2048']) {
      expect(ticketRequest.safeParse({ ...request, clientId }).success).toBe(false);
    }
    expect(ticketRequest.safeParse({ ...request, clientId: 2048, earlierClientIds: [7] }).success).toBe(false);
    await expect((async () => token.signTicket({ ...ticket, clientId: 1 }, secret, now))()).rejects.toThrow();
  });
  it('[TK8] carries the whole decision in the token', async () => {
    const body = decisionBody.parse({ token: await token.signDecisionCall(call, secret, now), request: 'another' });
    expect(Object.keys(body)).toEqual(['token']);
    const signed = await token.verifyDecisionCall(body.token, secret, now);
    expect(signed).toEqual(call);
  });
});
