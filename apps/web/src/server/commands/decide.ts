/** A decision is made in the live process, which alone knows what the documents say now. Here it is judged, signed and handed over. */
import type { Script } from '@tramline/store';
import {
  type ApprovalView,
  DECISIONS_PATH,
  type DecisionCall,
  type DecisionRequest,
  ERROR_STATUS,
  type ErrorBody,
  type ErrorCode,
  type Outcome,
  signDecisionCall,
} from '@tramline/wire';
import { done, refuse } from '../outcome.ts';
import type { MemberCall } from '../route.ts';
import type { Services } from '../services.ts';
import type { InProject } from '../subject.ts';

/** The live process waits up to 5 s for edits that are on their way to disk. */
const PATIENCE_MS = 10_000;
const MAX_SHOT_ID = 128;

/** Hands a decision to the live process. Refuses with its code, or `live.away` when it does not answer; then nothing is recorded. */
export async function decide(
  call: MemberCall<DecisionRequest, InProject & { readonly script: Script }>,
): Promise<Outcome<ApprovalView>> {
  const { params, services, session, subject, input } = call;
  const { person } = session;
  const shotId = params.shotId ?? '';
  if (shotId === '' || shotId.length > MAX_SHOT_ID) return refuse('shot.notFound');
  const { id: scriptId, documents } = subject.script;
  return handOver(
    {
      ...{ approvalId: services.newId(), projectId: subject.projectId, scriptId, shotId, documents },
      ...{ actor: { id: person.id, name: person.name, role: subject.role }, request: input },
    },
    services,
  );
}

async function handOver(decision: DecisionCall, { environment, now }: Services): Promise<Outcome<ApprovalView>> {
  const token = await signDecisionCall(decision, environment.syncSecret, now());
  try {
    const response = await fetch(new URL(DECISIONS_PATH, environment.syncUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    const body: unknown = await response.json();
    if (response.status === 201) return done(body as ApprovalView);
    const { code, facts } = readError(body);
    return refuse(code, facts);
  } catch {
    return refuse('live.away');
  }
}

/** What the live process says; anything that is not in the catalogue means that it is not well. */
function readError(body: unknown): ErrorBody['error'] {
  const error = (body as Partial<ErrorBody> | null)?.error;
  const code = error?.code;
  const isKnown = typeof code === 'string' && Object.hasOwn(ERROR_STATUS, code);
  return isKnown ? { code: code as ErrorCode, ...(error?.facts && { facts: error.facts }) } : { code: 'live.away' };
}
