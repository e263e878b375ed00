'use client';
/** One decision from the press of a button to the row in the database, with the three ways in which it can fail. */
import type { ApprovalContent, ComponentHashes } from '@tramline/shots';
import type { Decision } from '@tramline/wire';
import { useState } from 'react';
import { useFailureWords } from '../comments/useFailureWords.ts';
import type { DecidableGate } from '../workspace/model/workspaceModel.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';

/** What a person has on screen when they decide. */
export type Seen = Pick<ApprovalContent, 'hash' | 'components' | 'content'>;

/** What the server saw instead: nothing was recorded. */
export interface Conflict {
  readonly seen: Seen;
  readonly now: Seen;
  readonly decision: Decision;
  readonly note?: string;
  /** When the person decided. */
  readonly at: Date;
}

export interface DecisionDesk {
  readonly busy: Decision | null;
  /** Why nothing was recorded, in words. */
  readonly failure: string | null;
  readonly conflict: Conflict | null;
  /** Gives true when the decision was recorded. */
  decide(decision: Decision, seen: Seen, note?: string): Promise<boolean>;
  dismiss(): void;
}

function readNow(facts: Readonly<Record<string, unknown>> | undefined): Seen | null {
  if (typeof facts?.hash !== 'string' || typeof facts.content !== 'object' || facts.content === null) return null;
  return { hash: facts.hash, components: (facts.components ?? {}) as ComponentHashes, content: facts.content };
}

export function useDecision(shotId: string, gate: DecidableGate): DecisionDesk {
  const { approvals } = useWorkspace();
  const failureWords = useFailureWords();
  const [busy, setBusy] = useState<Decision | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  return {
    busy,
    failure,
    conflict,
    dismiss() {
      setConflict(null);
      setFailure(null);
    },
    async decide(decision, seen, note) {
      if (busy) return false;
      setBusy(decision);
      setFailure(null);
      const outcome = await approvals.decide(shotId, { gate, decision, hash: seen.hash, ...(note ? { note } : {}) });
      setBusy(null);
      const now = outcome.ok ? null : outcome.code === 'approval.moved' ? readNow(outcome.facts) : null;
      if (now) setConflict({ seen, now, decision, ...(note ? { note } : {}), at: new Date() });
      else setConflict(null);
      if (!outcome.ok && !now) setFailure(failureWords(outcome));
      return outcome.ok;
    },
  };
}
