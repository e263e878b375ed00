/** A decision at a gate, in the line of both rooms: what it is bound to is on disk before the row is written. */
import { type Approval, isStoreAway, presentApproval, readStandings, type Store } from '@tramline/store';
import { type ApprovalView, type DecisionCall, may, type Outcome, openGate } from '@tramline/wire';
import type { Pool } from 'pg';
import type { Room } from '../room/room.ts';
import type { Rooms } from '../rooms.ts';
import { seenNow } from './seenNow.ts';

export interface DecisionDeskOptions {
  readonly rooms: Rooms;
  readonly pool: Pool;
  readonly store: Pick<Store, 'approvals' | 'scripts'>;
  readonly now: () => Date;
  /** Called after the row is written. */
  readonly onRecorded: (projectId: string, approval: ApprovalView) => void;
}

/** A decision waits no longer than this for edits that do not get to disk. */
const patienceMs = 5000;

/** Records the decision, or says why not. `approval.moved` carries what the server sees now. Never rejects. */
export async function decide(call: DecisionCall, options: DecisionDeskOptions): Promise<Outcome<ApprovalView>> {
  const unpin: (() => void)[] = [];
  try {
    const refusal = await refuseCall(call, options);
    if (refusal) return { ok: false, code: refusal };
    const { documents } = call;
    const [script, shots] = await Promise.all([
      options.rooms.open(documents.script),
      options.rooms.open(documents.shots),
    ]);
    if (!isOf(script, call, 'script') || !isOf(shots, call, 'shots')) return { ok: false, code: 'thing.notFound' };
    unpin.push(script.pin(), shots.pin());
    return await decideIn({ script, shots }, call, options);
  } catch (error) {
    return { ok: false, code: isStoreAway(error) ? 'store.away' : 'live.away' };
  } finally {
    for (const release of unpin) release();
  }
}

/** The caller has judged by the table; roles are read again here, because a row cannot be taken back. */
async function refuseCall(
  { projectId, scriptId, documents, actor, request }: DecisionCall,
  { pool, store }: DecisionDeskOptions,
) {
  if (!openGate.safeParse(request.gate).success) return 'request.invalid';
  const [script, [standing]] = await Promise.all([
    store.scripts.find(scriptId),
    readStandings(pool, [{ projectId, userId: actor.id }]),
  ]);
  const isSame = script?.documents.script === documents.script && script.documents.shots === documents.shots;
  if (!isSame || script.projectId !== projectId || !standing?.role) return 'thing.notFound';
  return standing.role === actor.role && may(standing.role, 'gate.decide') ? undefined : 'role.forbidden';
}

function isOf(room: Room | undefined, { projectId }: DecisionCall, kind: Room['kind']): room is Room {
  return room?.projectId === projectId && room.kind === kind;
}

async function decideIn(
  rooms: { readonly script: Room; readonly shots: Room },
  call: DecisionCall,
  { store, now, onRecorded }: DecisionDeskOptions,
): Promise<Outcome<ApprovalView>> {
  const { request, actor, approvalId, scriptId, shotId, projectId } = call;
  const seen = seenNow({ script: rooms.script.doc, shots: rooms.shots.doc }, shotId, request.gate);
  // What was read may hold edits that are on their way: neither the row nor the answer leaves before they are on disk.
  const isCommitted = await withPatience(Promise.all([rooms.script.committed(), rooms.shots.committed()]));
  if (!isCommitted) return { ok: false, code: 'store.away' };
  if (!seen) return { ok: false, code: 'shot.notFound' };
  const { hash, hashVersion, components, content } = seen;
  if (hash !== request.hash) return { ok: false, code: 'approval.moved', facts: { hash, components, content } };
  const approval: Omit<Approval, 'takeId'> = {
    id: approvalId,
    scriptId,
    shotId,
    gate: request.gate,
    decision: request.decision,
    actor,
    note: request.note ?? null,
    hash,
    hashVersion,
    components,
    content,
    at: now(),
  };
  const recorded = await store.approvals.record(approval);
  if (!recorded.ok) return recorded;
  const view = presentApproval(recorded.value);
  onRecorded(projectId, view);
  return { ok: true, value: view };
}

async function withPatience(committed: Promise<readonly boolean[]>): Promise<boolean> {
  const { promise: timeout, resolve } = Promise.withResolvers<readonly boolean[]>();
  const timer = setTimeout(() => resolve([false]), patienceMs);
  const results = await Promise.race([committed, timeout]);
  clearTimeout(timer);
  return results.every(Boolean);
}
