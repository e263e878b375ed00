import { exportFile, presentFile } from '../../../../../../server/commands/exportFile.ts';
import { memberRoute, nothing } from '../../../../../../server/route.ts';
import { inScript } from '../../../../../../server/subject.ts';

/** The script as a file of a kind: `pdf`, `fdx`, `fountain`, `docx`, `txt`, `html`. */
export const GET = memberRoute({
  about: inScript,
  may: 'project.read',
  reads: nothing,
  do: exportFile,
  present: presentFile,
});
