import { afterEach, expect, test, vi } from 'vitest';
import { claimWriter } from './claimWriter.ts';

afterEach(() => vi.unstubAllGlobals());

test('a client id is one page’s at a time, and free again once that page let it go', async () => {
  const held = new Map<string, Promise<void>>();
  const request = async (name: string, _options: unknown, hold: (lock: object | null) => Promise<void> | undefined) => {
    if (held.has(name)) return hold(null);
    const holding = hold({ name })!.then(() => void held.delete(name));
    held.set(name, holding);
    return holding;
  };
  vi.stubGlobal('navigator', { locks: { request } });
  let letGo = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  expect(await claimWriter(2048, released)).toBe(true);
  expect(await claimWriter(2048, released)).toBe(false);
  expect(await claimWriter(4096, released)).toBe(true);
  letGo();
  await Promise.all(held.values());
  expect(await claimWriter(2048, released)).toBe(true);
});

test.each([
  ['has no locks', {}],
  ['refuses to lock', { locks: { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } }],
])('a browser that %s claims nothing', async (_what, navigator) => {
  vi.stubGlobal('navigator', navigator);
  expect(await claimWriter(2048, Promise.resolve())).toBe(false);
});
