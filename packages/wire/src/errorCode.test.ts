import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_STATUS } from './errorCode.ts';

/** The catalogue as it was published. A line may be added, never changed: clients that are open in browsers know the old one. */
const published = `
request.invalid 400 · session.none 401 · signIn.refused 401 · signIn.tooMany 429 · signIn.demoOff 403 · signIn.notLinked 403
registration.closed 403 · registration.refused 409 · origin.foreign 403 · role.forbidden 403 · thing.notFound 404
invitation.invalid 404 · invitation.expired 410 · invitation.used 410 · invitation.otherPerson 403
member.ownerOnly 403 · member.lastOwner 409 · member.exists 409 · comment.mention 422 · request.tooBig 413
file.empty 422 · file.tooBig 413 · file.binary 422 · file.encoding 422 · file.format 415
file.broken 422 · file.unsafe 422 · file.tooBigInside 413
approval.moved 409 · shot.notFound 404 · live.away 503 · store.away 503 · rate.tooMany 429 · server.failed 500`
  .trim()
  .split(/ · |\n/);

/** The codes that a message file tells, as `noun.state`. Codes that only a client knows begin with `network`. */
function toldCodes(language: string): string[] {
  const file = path.resolve(import.meta.dirname, `../../../apps/web/messages/${language}/errors.json`);
  const told: Record<string, Record<string, string>> = JSON.parse(fs.readFileSync(file, 'utf8'));
  return Object.entries(told)
    .filter(([noun]) => noun !== 'network')
    .flatMap(([noun, states]) => Object.keys(states).map((state) => `${noun}.${state}`))
    .sort();
}

describe('error codes', () => {
  it('[ER1] have a status and the form noun.state', () => {
    for (const [code, status] of Object.entries(ERROR_STATUS)) {
      expect(code).toMatch(/^[a-z]+([A-Z][a-z]+)*\.[a-z]+([A-Z][a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
    }
  });
  it('[ER2] are those that were published, with their statuses', () => {
    const now = Object.entries(ERROR_STATUS).map(([code, status]) => `${code} ${status}`);
    expect(now.sort()).toEqual([...published].sort());
  });
  it.each(['en', 'zh'])('[ER3] are all told in %s, and nothing else is', (language) => {
    expect(toldCodes(language)).toEqual(Object.keys(ERROR_STATUS).sort());
  });
});
