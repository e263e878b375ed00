'use client';
import { ANSWERS_CACHE, type KeepMessage, PAGES_CACHE } from './offlineCaches.ts';

const workers = (): ServiceWorkerContainer | null =>
  typeof navigator !== 'undefined' && 'serviceWorker' in navigator ? navigator.serviceWorker : null;

/**
 * Makes these screens open again without a network: the one that is shown, and those given. Does nothing where the browser
 * has no service workers (plain http away from this machine) or in development, where assets change under their names.
 */
export async function keepScreens(pages: readonly string[], answers: readonly string[]): Promise<void> {
  const container = workers();
  if (!container || process.env.NODE_ENV !== 'production') return;
  try {
    await container.register('/service-worker.js', { updateViaCache: 'none' });
    const { active } = await container.ready;
    const assets = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.startsWith(`${location.origin}/_next/static/`));
    active?.postMessage({ type: 'keep', pages, answers, assets } satisfies KeepMessage);
  } catch (error) {
    // Blocked by the browser's settings or out of room: everything else goes on working.
    console.info('screens are not kept on this device', error);
  }
}

/** Forgets every screen and answer of the person who leaves. Unsent words stay: they are kept per person (`src/sync`). */
export async function forgetScreens(): Promise<void> {
  if (typeof caches === 'undefined') return;
  await Promise.allSettled([caches.delete(PAGES_CACHE), caches.delete(ANSWERS_CACHE)]);
}
