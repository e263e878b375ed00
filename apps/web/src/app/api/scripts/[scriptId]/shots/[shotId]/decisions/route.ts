import { decisionRequest } from '@tramline/wire';
import { decide } from '../../../../../../../server/commands/decide.ts';
import { memberRoute } from '../../../../../../../server/route.ts';
import { inScript } from '../../../../../../../server/subject.ts';

/** A decision at a gate, bound to the hash that was on screen. 409 `approval.moved` tells what the server sees instead. */
export const POST = memberRoute({
  about: inScript,
  may: 'gate.decide',
  reads: decisionRequest,
  do: decide,
  present: (approval) => approval,
  status: 201,
});
