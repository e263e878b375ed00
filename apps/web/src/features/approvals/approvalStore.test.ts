import type { ApprovalView } from '@tramline/wire';
import { expect, test } from 'vitest';
import { createApprovalStore } from './approvalStore.ts';

const approval = (id: string, at: string, over: Partial<ApprovalView> = {}): ApprovalView => ({
  id,
  scriptId: 's1',
  shotId: 'shot1',
  gate: 'prompt',
  decision: 'approve',
  actor: { id: 'noor', name: 'Noor', role: 'producer' },
  note: null,
  hash: `sha256:${'a'.repeat(64)}`,
  hashVersion: 1,
  components: {},
  content: {},
  at,
  ...over,
});

test('a decision shows only after the server recorded it, and once', async () => {
  const recorded = approval('a1', '2026-11-12T14:20:00Z');
  const store = createApprovalStore({ scriptId: 's1', call: async <T>() => ({ ok: true, value: recorded as T }) });
  const deciding = store.decide('shot1', { gate: 'prompt', decision: 'approve', hash: recorded.hash });
  expect(store.getSnapshot()).toEqual([]);
  await deciding;
  store.apply(recorded);
  expect(store.getSnapshot()).toEqual([recorded]);
});

test('a decision that was not recorded leaves no trace', async () => {
  const store = createApprovalStore({
    scriptId: 's1',
    call: async () => ({ ok: false, code: 'approval.moved', facts: { hash: 'x' } }),
  });
  const outcome = await store.decide('shot1', {
    gate: 'prompt',
    decision: 'approve',
    hash: `sha256:${'b'.repeat(64)}`,
  });
  expect(outcome).toEqual({ ok: false, code: 'approval.moved', facts: { hash: 'x' } });
  expect(store.getSnapshot()).toEqual([]);
});

test('decisions lie in the order of their times, whatever order the news came in; others scripts stay out', () => {
  const store = createApprovalStore({ scriptId: 's1', call: async () => ({ ok: false, code: 'network.away' }) });
  const [early, late] = [approval('a2', '2026-11-12T14:20:00Z'), approval('a1', '2026-11-12T14:21:00Z')];
  store.apply(late);
  store.apply(early);
  const before = store.getSnapshot();
  store.apply(approval('a3', '2026-11-12T14:22:00Z', { scriptId: 's2' }));
  expect(store.getSnapshot()).toEqual([early, late]);
  expect(store.getSnapshot()).toBe(before);
});
