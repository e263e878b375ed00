import { lastChangeRequest } from '@tramline/wire';
import { findLastChange } from '../../../../../server/commands/findLastChange.ts';
import { memberRoute } from '../../../../../server/route.ts';
import { inScript } from '../../../../../server/subject.ts';

/** Who changed some words or fields last since a moment. 204 when nobody did. Reads only; the question is too long for an address. */
export const POST = memberRoute({
  about: inScript,
  may: 'project.read',
  reads: lastChangeRequest,
  do: findLastChange,
  present: (change) => change,
});
