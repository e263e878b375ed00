/** What can go wrong at start that is nobody's bug, in one clear line each. */

/** A failure with a line for the person at the terminal; it is printed without a stack. */
export class Failure extends Error {}

/** The one line for an error, or `undefined` when it is none that a person can mend. `said` is what the failing program printed. */
export function explainFailure(error, said = '') {
  const text = `${error?.code ?? ''} ${error?.message ?? ''} ${said}`;
  if (error instanceof Failure) return error.message;
  if (/ENOSPC|No space left on device|disk quota exceeded|EDQUOT/i.test(text)) {
    return 'The disk is full. Free some space (Tramline needs about 2 GB to install, then what your scripts take) and start again.';
  }
  if (/EACCES|EPERM|EROFS|Permission denied|read-only file system/i.test(text)) {
    const where = error?.path ?? /(?:'|")(\/[^'"]+)(?:'|")/.exec(text)?.[1];
    return `Tramline may not write${where ? ` to ${where}` : ' here'}. Give your user the right to, or name another folder with DATA_DIR.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED.*registry|ETIMEDOUT|network/i.test(text) && /install|pnpm|npx/i.test(text)) {
    return 'The packages could not be fetched: the package registry is out of reach. Check the network and start again.';
  }
  if (/EADDRINUSE/.test(text)) return busyPort(/:(\d+)/.exec(text)?.[1] ?? 'wanted');
  return undefined;
}

/** The line for a port that something else listens on. */
export function busyPort(port) {
  return `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${Number(port) + 10 || 3010} npm start`;
}
