/** Starts the live process from the environment. Prints `listening <port>` when it serves. */
import { readConfig } from './config.ts';
import { serve } from './serve.ts';

const read = readConfig(process.env);
if (read.ok) await serve(read.config);
else {
  for (const problem of read.problems) console.error(`sync-server: ${problem}`);
  process.exitCode = 1;
}
