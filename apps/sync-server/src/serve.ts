/** Runs one server as a process: words on the terminal, signals, exit codes. */
import { flushCompileCache } from 'node:module';
import type { Config } from './config.ts';
import type { Mutant } from './room/roomState.ts';
import { SyncServer } from './syncServer.ts';

/** The one line for what keeps a server from starting. */
function explain(error: unknown, { port, host, spoolFolder }: Config): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') return `port ${port} of ${host} is in use by another program; set SYNC_PORT to a free one`;
  if (code === 'EACCES' && spoolFolder && message?.includes(spoolFolder))
    return `may not write into SPOOL_DIR ${spoolFolder}`;
  if (code === 'EACCES') return `may not listen on port ${port} of ${host}`;
  if (code === 'ENOSPC') return `the disk of SPOOL_DIR ${spoolFolder} is full`;
  return message ?? String(error);
}

/** Serves until SIGTERM or SIGINT. On a failed start it prints one line and sets the exit code. */
export async function serve(config: Config, mutant?: Mutant): Promise<void> {
  try {
    const server = await SyncServer.create({
      config,
      alarm: (text) => console.error(`sync-server: ${text}`),
      ...(mutant && { mutant }),
    });
    const port = await server.listen(config.port, config.host);
    console.log(`listening ${port}`);
    flushCompileCache(); // with NODE_COMPILE_CACHE set: the next start is quicker even after a kill
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void server.close().then(() => process.exit(0)));
    }
  } catch (error) {
    console.error(`sync-server: ${explain(error, config)}`);
    process.exit(1);
  }
}
