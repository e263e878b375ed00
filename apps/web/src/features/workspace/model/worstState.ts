/** Which state of several shots a scene shows at a gate. */
import type { GateState } from './workspaceModel.ts';

/** What needs a person most comes first; all alike is that state; a mixture of decided and not decided waits. */
export function worstState(states: readonly GateState[]): GateState {
  for (const state of ['changes', 'stale'] as const) if (states.includes(state)) return state;
  const [first] = states;
  if (first === undefined) return 'none';
  return states.every((state) => state === first) ? first : 'partial';
}
