/** How a shot stands at a gate, computed on read from the decisions and from what is there now. Nothing is stored. */
import type { ApprovalContent, ComponentHashes, ComponentName } from './approvalContent.ts';
import { COMPONENTS } from './approvalContent.ts';

/** One decision as a row of the store presents it. `at` is ISO 8601 in UTC. */
export interface DecisionRow {
  readonly id: string;
  readonly decision: 'approve' | 'request_changes' | 'withdraw';
  readonly actor: { readonly id: string; readonly role: string };
  readonly hash: string;
  readonly hashVersion: number;
  readonly components: Readonly<Record<string, string | null>>;
  readonly at: string;
}

/** Who decides at a gate, and how many of them it takes. */
export interface GateRule {
  readonly roles: readonly string[];
  readonly quorum: number;
}
export const DEFAULT_GATE_RULE: GateRule = { roles: ['producer', 'director'], quorum: 1 };

/** A decision that was made on something else than what is there now, and which components changed since. */
export interface OutdatedDecision<Row> {
  readonly row: Row;
  readonly changed: readonly ComponentName[];
}

/** What every status carries. `approvals` hold for what is there now, `needed` is the quorum. */
interface Standing<Row> {
  readonly approvals: readonly Row[];
  readonly needed: number;
  /** Approvals of earlier content, the newest first. */
  readonly outdated: readonly OutdatedDecision<Row>[];
}

/** The state at a gate. `stale`: `since` is the newest approval that no longer holds, `changed` what has changed since it. */
export type GateStatus<Row = DecisionRow> = Standing<Row> &
  (
    | { readonly state: 'none' | 'partial' | 'approved' }
    /** `requests` stand until their actors decide again; `changed` is what has changed since the newest of them. */
    | { readonly state: 'changes'; readonly requests: readonly Row[]; readonly changed: readonly ComponentName[] }
    | { readonly state: 'stale'; readonly since: Row; readonly changed: readonly ComponentName[] }
  );
export type GateState = GateStatus['state'];

/** The components whose hashes differ; one that only one side binds differs too. */
export function changedComponents(
  seen: Readonly<Record<string, string | null>>,
  now: ComponentHashes,
): ComponentName[] {
  return COMPONENTS.filter((name) => seen[name] !== now[name]);
}

const isLater = (a: DecisionRow, b: DecisionRow): boolean => a.at > b.at || (a.at === b.at && a.id > b.id);

/** The latest decision of each actor whose role decides here, the newest first. */
function latestDecisions<Row extends DecisionRow>(rows: readonly Row[], rule: GateRule): Row[] {
  const latest = new Map<string, Row>();
  for (const row of rows) {
    const earlier = latest.get(row.actor.id);
    if (rule.roles.includes(row.actor.role) && (earlier === undefined || isLater(row, earlier)))
      latest.set(row.actor.id, row);
  }
  return [...latest.values()].sort((a, b) => (isLater(a, b) ? -1 : 1));
}

/**
 * How a shot stands at a gate. `rows` are the decisions on that shot at that gate, in any order. A request for changes
 * outweighs approvals until its actor decides again; approvals of a hash version that is not ours say nothing either way.
 */
export function readGateStatus<Row extends DecisionRow>(
  rows: readonly Row[],
  now: Pick<ApprovalContent, 'hash' | 'hashVersion' | 'components'>,
  rule: GateRule = DEFAULT_GATE_RULE,
): GateStatus<Row> {
  const decisions = latestDecisions(rows, rule);
  const [requests, approving] = [
    decisions.filter((row) => row.decision === 'request_changes'),
    decisions.filter((row) => row.decision === 'approve' && row.hashVersion === now.hashVersion),
  ];
  const approvals = approving.filter((row) => row.hash === now.hash);
  const outdated = approving
    .filter((row) => row.hash !== now.hash)
    .map((row) => ({ row, changed: changedComponents(row.components, now.components) }));
  const standing = { approvals, needed: rule.quorum, outdated };

  const [request, stale] = [requests[0], outdated[0]];
  if (request !== undefined) {
    return { ...standing, state: 'changes', requests, changed: changedComponents(request.components, now.components) };
  }
  if (approvals.length >= rule.quorum) return { ...standing, state: 'approved' };
  if (approvals.length > 0) return { ...standing, state: 'partial' };
  if (stale !== undefined) return { ...standing, state: 'stale', since: stale.row, changed: stale.changed };
  return { ...standing, state: 'none' };
}
