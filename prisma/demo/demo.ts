/** The demo project and its two scripts. Data only; the seed makes rows and documents of it. Its people are the store's `DEMO_PEOPLE`. */
import type { DemoScript } from './demoScript.ts';
import { lastBus } from './lastBus.ts';
import { lastService } from './lastService.ts';

/** The name of the demo's project. */
export const DEMO_PROJECT = 'Last Service · 末班车';

export const DEMO_SCRIPTS: readonly DemoScript[] = [lastService, lastBus];
