import { afterEach, expect, test, vi } from 'vitest';
import { ApiFailure, askApi, failureCode, readFailure } from './askApi.ts';

afterEach(() => vi.unstubAllGlobals());
const answer = (status: number, text: string) =>
  vi.stubGlobal('fetch', async () => new Response(text || null, { status }));

test('a success gives its body, an empty one nothing', async () => {
  answer(200, '{"id":"a"}');
  expect(await askApi('GET', '/api/projects')).toEqual({ id: 'a' });
  answer(204, '');
  expect(await askApi('DELETE', '/api/projects/a')).toBe(undefined);
});

test('a refusal is its code with its facts', async () => {
  answer(409, '{"error":{"code":"member.lastOwner","facts":{"n":1}}}');
  const thrown: unknown = await askApi('DELETE', '/api/x').catch((failure: unknown) => failure);
  expect(thrown).toBeInstanceOf(ApiFailure);
  expect([failureCode(thrown), (thrown as ApiFailure).facts]).toEqual(['member.lastOwner', { n: 1 }]);
});

test('an answer that is not ours is a mistake of ours; no answer is a network away', async () => {
  expect(readFailure('<html>502</html>').code).toBe('server.failed');
  expect(readFailure('{"error":"x"}').code).toBe('server.failed');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
  expect(failureCode(await askApi('GET', '/api/x').catch((failure) => failure))).toBe('network.away');
});

test('any other thrown value is a mistake of ours', () => {
  expect(failureCode(new Error('x'))).toBe('server.failed');
});
