import { exportFountain, presentFile } from '../../../../../server/commands/exportFountain.ts';
import { memberRoute, nothing } from '../../../../../server/route.ts';
import { inScript } from '../../../../../server/subject.ts';

/** The script as a file. */
export const GET = memberRoute({
  about: inScript,
  may: 'project.read',
  reads: nothing,
  do: exportFountain,
  present: presentFile,
});
