import { describe, expect, it } from 'vitest';
import { roomPath } from './document.ts';
import { type OutboxMessage, outboxMessage, whereabouts } from './event.ts';
import { CLOSE_CODE, FRAME, isFinalRefusal, REFUSAL } from './frame.ts';

const id = '00000000-0000-4000-8000-000000000001';

describe('the outbox', () => {
  const messages: OutboxMessage[] = [
    { kind: 'comment.changed', projectId: id, commentId: id },
    { kind: 'script.changed', projectId: id, scriptId: id },
    { kind: 'membership.changed', projectId: id, userId: id },
    { kind: 'session.ended', userId: id, sessionEpoch: 3 },
    { kind: 'project.deleted', projectId: id },
  ];
  it.each(messages.map((message) => [message.kind, message] as const))('[EV1] carries %s', (_, message) => {
    expect(outboxMessage.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
  });
  it('[EV1] carries nothing else', () => {
    const wrong = [
      {},
      { kind: 'comment.changed' },
      { kind: 'take.ready', projectId: id },
      { kind: 'project.deleted', projectId: 'p' },
      null,
    ];
    expect(wrong.filter((value) => outboxMessage.safeParse(value).success)).toEqual([]);
  });
  it('[EV1] knows where a person is by screen, script and scene', () => {
    expect(whereabouts.parse({ screen: 'script', scriptId: id, sceneId: 's', name: 'forged' })).toEqual({
      screen: 'script',
      scriptId: id,
      sceneId: 's',
    });
    expect(whereabouts.safeParse({ screen: 'nowhere' }).success).toBe(false);
  });
});

describe('frames', () => {
  it('[FM1] of ours share no number with those of y-websocket', () => {
    expect(FRAME).toEqual({ sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 102, refused: 103 });
    expect(new Set(Object.values(FRAME)).size).toBe(Object.keys(FRAME).length);
  });
  it('[FM2] tell what heals from what stands', () => {
    const healing = Object.entries(REFUSAL).filter(([, code]) => !isFinalRefusal(code));
    expect(healing.map(([name]) => name)).toEqual(['resumed', 'busy', 'gap']);
    expect(new Set(Object.values(REFUSAL)).size).toBe(Object.keys(REFUSAL).length);
  });
  it('[FM3] close for good with 44xx only', () => {
    const forGood = Object.entries(CLOSE_CODE).filter(([, code]) => code >= 4400 && code < 4500);
    expect(forGood.map(([name]) => name)).toEqual(['sessionEnded', 'forbidden', 'gone', 'refused']);
  });
  it('[FM4] belong to a room named by its document', () => {
    expect(roomPath(id)).toBe(`/sync/${id}`);
  });
});
