import { describe, expect, it } from 'vitest';
import { anchor } from './anchor.ts';
import * as requests from './request.ts';

const place = { item: { client: 7, clock: 3 }, assoc: 0 };
const end = (offset: number) => ({ element: 'e1', offset, rel: place });
const words = { start: end(0), end: end(4), quote: 'rain', prefix: '', suffix: ' on' };
const id = '00000000-0000-4000-8000-000000000001';
const hash = `sha256:${'a'.repeat(64)}`;

describe('requests that fit', () => {
  it('[RQ1] are read with trimmed names, lower-case e-mails and defaults', () => {
    expect(requests.projectRequest.parse({ name: '  Last Service ' })).toEqual({ name: 'Last Service' });
    expect(requests.scriptRequest.parse({ title: 'A' })).toEqual({ title: 'A', format: 'feature', language: 'en' });
    expect(requests.scriptImport.parse({})).toEqual({
      format: 'feature',
      language: 'en',
      corrections: { types: [], restored: [] },
    });
    expect(requests.scriptChange.parse({ position: 0 })).toEqual({ position: 0 });
    expect(requests.memberChange.parse({ role: 'artist' })).toEqual({ role: 'artist' });
    const invitation = { role: 'viewer', email: 'Mara@Example.ORG' };
    expect(requests.invitationRequest.parse(invitation)).toEqual({
      role: 'viewer',
      email: 'mara@example.org',
      days: 7,
    });
    const account = { name: ' Mara ', email: 'Mara@Example.ORG', password: ' ten letters ' };
    expect(requests.registration.parse(account)).toEqual({
      name: 'Mara',
      email: 'mara@example.org',
      password: ' ten letters ',
    });
    const decision = { gate: 'prompt', decision: 'approve', hash };
    expect(requests.decisionRequest.parse(decision)).toEqual(decision);
  });
  it('[RQ4] lose the fields that are not theirs', () => {
    const smuggled = { name: 'A', id, isDemo: true, role: 'owner' };
    expect(requests.projectRequest.parse(smuggled)).toEqual({ name: 'A' });
    expect(requests.scriptChange.parse({ title: 'B', projectId: id, deletedAt: 'now' })).toEqual({ title: 'B' });
    const account = { name: 'A', email: 'a@example.org', password: 'ten letters', isDemo: true, sessionEpoch: 9 };
    expect(Object.keys(requests.registration.parse(account)).sort()).toEqual(['email', 'name', 'password']);
  });
});

describe('requests that do not fit', () => {
  const wrong: [string, { safeParse(value: unknown): { success: boolean } }, unknown[]][] = [
    [
      'a project',
      requests.projectRequest,
      [{}, { name: '' }, { name: '  ' }, { name: 'x'.repeat(201) }, { name: 7 }, null, []],
    ],
    [
      'a script',
      requests.scriptRequest,
      [{ title: 'A', format: 'series' }, { title: 'A', language: 'fr' }, { format: 'short' }],
    ],
    [
      'a change of a script',
      requests.scriptChange,
      [{ position: -1 }, { position: 0.5 }, { title: '' }, { format: 'series' }],
    ],
    ['a change of a member', requests.memberChange, [{}, { role: 'admin' }, { role: '' }]],
    [
      'an invitation',
      requests.invitationRequest,
      [
        { role: 'admin' },
        { role: 'viewer', email: 'nobody' },
        { role: 'viewer', days: 31 },
        { role: 'viewer', days: 0 },
      ],
    ],
    [
      'an account',
      requests.registration,
      [
        { name: 'A', email: 'a@example.org', password: 'too short' },
        { name: 'A', email: 'a@example.org', password: 'x'.repeat(201) },
        { name: 'A', email: 'nobody', password: 'ten letters' },
        { name: '', email: 'a@example.org', password: 'ten letters' },
      ],
    ],
    [
      'a decision',
      requests.decisionRequest,
      [
        { gate: 'prompt', decision: 'approve', hash: 'a' },
        { gate: 'prompt', decision: 'approve', hash: hash.toUpperCase() },
        { gate: 'door', decision: 'approve', hash },
        { gate: 'picture', decision: 'approve', hash },
        { gate: 'final', decision: 'approve', hash },
        { gate: 'prompt', decision: 'maybe', hash },
        { gate: 'prompt', decision: 'approve', hash, note: 'x'.repeat(4001) },
      ],
    ],
    [
      'a comment',
      requests.commentRequest,
      [
        { body: 'Hm' },
        { body: '  ', threadId: id },
        { body: 'x'.repeat(10_001), threadId: id },
        { body: 'Hm', threadId: 'not an id' },
        { body: 'Hm', target: { kind: 'take', id: 't' } },
        { body: 'Hm', target: { kind: 'words' } },
        { body: 'Hm', threadId: id, mentions: Array.from({ length: 51 }, () => id) },
      ],
    ],
  ];
  it.each(wrong)('[RQ2] are refused whole: %s', (_, schema, values) => {
    expect(values.filter((value) => schema.safeParse(value).success)).toEqual([]);
  });
});

describe('text that no database takes', () => {
  const target = (over: object) => ({ body: 'Hm', target: { kind: 'words', anchor: { ...words, ...over } } });
  const refusedWith = (broken: string): [{ safeParse(value: unknown): { success: boolean } }, object][] => [
    [requests.projectRequest, { name: broken }],
    [requests.scriptRequest, { title: broken }],
    [requests.scriptChange, { title: broken }],
    [requests.registration, { name: broken, email: 'a@example.org', password: 'ten letters' }],
    [requests.commentRequest, { body: broken, threadId: id }],
    [requests.commentChange, { body: broken }],
    [requests.commentRequest, { body: 'Hm', target: { kind: 'shot', id: broken } }],
    [requests.commentRequest, target({ quote: broken })],
    [requests.commentRequest, target({ prefix: broken })],
    [requests.commentRequest, target({ suffix: broken })],
    [requests.commentRequest, target({ start: { ...end(0), element: broken } })],
    [requests.decisionRequest, { gate: 'prompt', decision: 'approve', hash, note: broken }],
  ];
  it.each(['a\0b', 'a\ud83d', '\ude00b'])('[RQ5] is refused: %j', (broken) => {
    const passed = refusedWith(broken).filter(([schema, value]) => schema.safeParse(value).success);
    expect(passed).toEqual([]);
    expect(refusedWith('a😀b').filter(([schema, value]) => !schema.safeParse(value).success)).toEqual([]);
  });
});

describe('comments', () => {
  it('[RQ3] begin a thread at one target or answer in one thread', () => {
    const begins = { body: 'Hm', target: { kind: 'shot', id: 's1' } };
    expect(requests.commentRequest.parse(begins)).toEqual({ ...begins, mentions: [] });
    expect(requests.commentRequest.parse({ body: 'Hm', threadId: id })).toEqual({
      body: 'Hm',
      threadId: id,
      mentions: [],
    });
    const onWords = { body: 'Hm', target: { kind: 'words', anchor: words } };
    expect(requests.commentRequest.parse(onWords)).toEqual({ ...onWords, mentions: [] });
    expect(requests.commentChange.parse({ resolved: true })).toEqual({ resolved: true });
    expect(requests.commentChange.parse({ body: ' Hm ' })).toEqual({ body: 'Hm', mentions: [] });
  });
});

describe('anchors', () => {
  it('[WA1] are two ends and the words with their surroundings', () => {
    expect(anchor.parse(words)).toEqual(words);
    const atTheEnd = { ...words, end: { ...end(4), rel: { item: null, assoc: -1 } } };
    expect(anchor.parse(atTheEnd)).toEqual(atTheEnd);
    const broken = [
      { ...words, quote: 'x'.repeat(20_001) },
      { ...words, prefix: 'x'.repeat(65) },
      { ...words, start: { ...end(0), element: '' } },
      { ...words, start: { ...end(0), offset: -1 } },
      { ...words, start: { ...end(0), rel: { item: { client: -1, clock: 0 }, assoc: 0 } } },
      { ...words, start: { ...end(0), rel: { item: null, assoc: 2 } } },
      { quote: 'rain' },
    ];
    expect(broken.filter((value) => anchor.safeParse(value).success)).toEqual([]);
  });
});
