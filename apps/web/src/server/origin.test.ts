import { describe, expect, it } from 'vitest';
import type { WebEnvironment } from './environment.ts';
import { addressOf, isOwnHost, isOwnOrigin } from './origin.ts';

const here = { address: 'http://127.0.0.1:3000', isLoopback: true } as WebEnvironment;
const out = { address: 'https://tramline.example', isLoopback: false } as WebEnvironment;
const headers = (fields: Record<string, string>) => new Headers(fields);

describe('a request of our own pages', () => {
  it.each([
    [here, { origin: 'http://127.0.0.1:3000' }],
    [here, { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    [here, { origin: 'http://[::1]:3000' }],
    [here, { 'sec-fetch-site': 'same-origin' }],
    [out, { origin: 'https://tramline.example', 'sec-fetch-site': 'same-origin' }],
  ])('is known by its origin (%#)', (environment, fields) => {
    expect(isOwnOrigin(headers(fields as Record<string, string>), environment)).toBe(true);
  });
  it.each([
    [here, {}],
    [here, { origin: 'null' }],
    [here, { origin: 'http://localhost:3001' }],
    [here, { origin: 'https://127.0.0.1:3000' }],
    [here, { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'cross-site' }],
    [here, { origin: 'http://127.0.0.1.evil.example:3000' }],
    [out, { origin: 'http://tramline.example' }],
    [out, { origin: 'https://tramline.example.evil.example' }],
    [out, { origin: 'http://localhost:3000' }],
    [out, { origin: 'https://tramline.example', 'sec-fetch-site': 'same-site' }],
  ])('is not every other (%#)', (environment, fields) => {
    expect(isOwnOrigin(headers(fields as Record<string, string>), environment)).toBe(false);
  });
});

describe('the host of a request', () => {
  it('is this machine where only this machine may ask', () => {
    const hosts = ['127.0.0.1:3000', 'localhost:9', '[::1]:3000', 'evil.example', 'localhost.evil.example', ''];
    expect(hosts.map((host) => isOwnHost(headers({ host }), here))).toEqual([true, true, true, false, false, false]);
    expect(isOwnHost(headers({ host: '127.0.0.1:40209', 'x-forwarded-host': 'evil.example' }), here)).toBe(false);
    expect(isOwnHost(headers({}), here)).toBe(false);
  });
  it('is the business of the proxy behind a public address', () => {
    expect(isOwnHost(headers({ host: '10.0.0.4' }), out)).toBe(true);
  });
});

describe('the address of a request', () => {
  it('is what the nearest proxy wrote last', () => {
    expect(addressOf(headers({ 'x-forwarded-for': '203.0.113.9, 198.51.100.7' }))).toBe('198.51.100.7');
    expect(addressOf(headers({}))).toBe('unknown');
  });
});
