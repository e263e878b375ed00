import { afterEach, expect, test, vi } from 'vitest';
import { requestTicket } from './requestTicket.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a server that never answers counts as away', async () => {
  const time = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
  vi.stubGlobal('fetch', (_address: string, { signal }: RequestInit) => {
    return new Promise((_resolve, reject) => {
      if (!signal) reject(new RangeError('asked without an end'));
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  });
  const asked = requestTicket({ documentId: 'd', clientId: 2048, earlierClientIds: [] });
  expect(AbortSignal.timeout).toHaveBeenCalledTimes(1);
  time.abort();
  expect(await asked).toEqual({ state: 'away' });
});
