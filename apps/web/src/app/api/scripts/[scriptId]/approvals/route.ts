import { presentApproval } from '@tramline/store';
import { done } from '../../../../../server/outcome.ts';
import { memberRoute, nothing } from '../../../../../server/route.ts';
import { inScript } from '../../../../../server/subject.ts';

/** Every decision about the script's shots, oldest first, with what was seen. */
export const GET = memberRoute({
  about: inScript,
  may: 'project.read',
  reads: nothing,
  do: async ({ services, subject }) => done(await services.store.approvals.list(subject.script.id)),
  present: (approvals) => approvals.map(presentApproval),
});
