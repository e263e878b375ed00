import { presentScript } from '@tramline/store';
import { createScript, readScriptInput } from '../../../../../server/commands/createScript.ts';
import { memberRoute } from '../../../../../server/route.ts';
import { inProject } from '../../../../../server/subject.ts';

/** A new script: JSON for an empty one, a form with `file` for an import. */
export const POST = memberRoute({
  about: inProject,
  may: 'script.edit',
  reads: readScriptInput,
  do: createScript,
  present: presentScript,
  status: 201,
});
