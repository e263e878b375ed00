/** The decisions of one script on this screen. Insert only: a decision that was recorded never changes and never goes. */
import type { ApprovalView, DecisionRequest } from '@tramline/wire';
import type { CallOutcome, CallServer } from '../comments/requestJson.ts';

export interface ApprovalStore {
  /** All decisions by time. The same array until something changes. */
  getSnapshot(): readonly ApprovalView[];
  subscribe(listener: () => void): () => void;
  load(): Promise<CallOutcome<readonly ApprovalView[]>>;
  /** Takes in news from the live process. */
  apply(approval: ApprovalView): void;
  /** Asks the server to record a decision. Nothing shows before the server has recorded it. */
  decide(shotId: string, request: DecisionRequest): Promise<CallOutcome<ApprovalView>>;
}

export function createApprovalStore({
  scriptId,
  call,
}: {
  readonly scriptId: string;
  readonly call: CallServer;
}): ApprovalStore {
  const known = new Map<string, ApprovalView>();
  const listeners = new Set<() => void>();
  let snapshot: readonly ApprovalView[] = [];
  const take = (approvals: readonly ApprovalView[]) => {
    const fresh = approvals.filter(({ id, scriptId: owner }) => owner === scriptId && !known.has(id));
    if (fresh.length === 0) return;
    for (const approval of fresh) known.set(approval.id, approval);
    snapshot = [...known.values()].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
    for (const listener of listeners) listener();
  };
  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      const outcome = await call<readonly ApprovalView[]>('GET', `/api/scripts/${scriptId}/approvals`);
      if (outcome.ok) take(outcome.value);
      return outcome;
    },
    apply: (approval) => take([approval]),
    async decide(shotId, request) {
      const outcome = await call<ApprovalView>(
        'POST',
        `/api/scripts/${scriptId}/shots/${encodeURIComponent(shotId)}/decisions`,
        request,
      );
      if (outcome.ok) take([outcome.value]);
      return outcome;
    },
  };
}
