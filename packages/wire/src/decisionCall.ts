/** The call by which the web tier hands a decision to the live process, which alone knows what the documents say now. */
import { z } from 'zod';
import { decisionRequest, gate } from './request.ts';
import { role } from './role.ts';

/**
 * One decision at a gate, already judged by the capability table. `approvalId` becomes the id of the row, so that a call that is
 * sent twice records one decision.
 */
export const decisionCall = z.object({
  approvalId: z.uuid(),
  projectId: z.uuid(),
  scriptId: z.uuid(),
  shotId: z.string().min(1).max(128),
  documents: z.object({ script: z.uuid(), shots: z.uuid() }),
  actor: z.object({ id: z.uuid(), name: z.string().max(200), role }),
  /** The live process itself refuses a gate that is not open. */
  request: decisionRequest.extend({ gate }),
});
export type DecisionCall = z.infer<typeof decisionCall>;

/**
 * POST `DECISIONS_PATH` of the live process, in the private network: `{ token }` signed by `signDecisionCall`. It answers 201 with
 * an `ApprovalView`, or an `ErrorBody` with the status of its code (`approval.moved`, `shot.notFound`, `thing.notFound`).
 */
export const DECISIONS_PATH = '/internal/decisions';
export const decisionBody = z.object({ token: z.string().max(32_768) });

/** The hashes of what was seen, by component; `null` for a component that the gate does not look at. */
export const approvalComponents = z.record(z.string(), z.string().nullable());
