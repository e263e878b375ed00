import { readScriptInput } from '../../../server/commands/createScript.ts';
import { presentPreview, previewScript } from '../../../server/commands/previewScript.ts';
import { personRoute } from '../../../server/route.ts';

/** What a file would be read as: a form with `file`. Nothing is made or kept. */
export const POST = personRoute({ reads: readScriptInput, do: previewScript, present: presentPreview });
