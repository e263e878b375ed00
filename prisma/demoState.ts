/** How far the seed of the demo has come: a setting of the installation. */
import type { Store } from '../packages/store/src/index.ts';

/** `begun`: it was interrupted, or is at work. `projectId` is the project that it makes. */
export interface DemoState {
  readonly state: 'begun' | 'seeded';
  readonly projectId: string;
}

const SETTING = 'demo';

/** What the setting says; `undefined` before the first seed. */
export async function readDemoState({ settings }: Pick<Store, 'settings'>): Promise<DemoState | undefined> {
  return (await settings.read(SETTING)) as DemoState | undefined;
}

export function writeDemoState({ settings }: Pick<Store, 'settings'>, state: DemoState): Promise<void> {
  return settings.write(SETTING, state);
}

export async function isDemoSeeded(store: Pick<Store, 'settings'>): Promise<boolean> {
  return (await readDemoState(store))?.state === 'seeded';
}
