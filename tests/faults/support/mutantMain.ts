/** The live process with one invariant broken on purpose. Only tests start it: the product's entry has no way to ask for it. */
import { readConfig } from '../../../apps/sync-server/src/config.ts';
import type { Mutant } from '../../../apps/sync-server/src/room/roomState.ts';
import { serve } from '../../../apps/sync-server/src/serve.ts';

const read = readConfig(process.env);
if (!read.ok) throw new Error(read.problems.join('; '));
await serve(read.config, process.argv[2] as Mutant);
