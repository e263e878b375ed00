import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const secret = 'a secret of thirty-two characters.';
const least = {
  DATABASE_URL: 'postgresql://localhost/app',
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  SYNC_SECRET: secret,
  SYNC_URL: 'http://127.0.0.1:3002',
};

describe('the environment', () => {
  it('needs five variables and is careful with the rest', () => {
    expect(readEnvironment(least)).toEqual({
      ...{ databaseUrl: least.DATABASE_URL, authSecret: secret, address: 'http://127.0.0.1:3000', isHttps: false },
      ...{ isLoopback: true, syncSecret: secret, syncUrl: least.SYNC_URL, isDemo: false, registration: 'first' },
    });
  });
  it('names what is missing or wrong, and never says its value', () => {
    const wrong = { ...least, SYNC_SECRET: 'hunter2', NEXTAUTH_URL: 'nowhere', DATABASE_URL: '' };
    expect(() => readEnvironment(wrong)).toThrow('DATABASE_URL, NEXTAUTH_URL, SYNC_SECRET');
    expect(() => readEnvironment(wrong)).not.toThrow('hunter2');
    expect(() => readEnvironment({ ...least, TRAMLINE_REGISTRATION: 'everybody' })).toThrow('TRAMLINE_REGISTRATION');
  });
  it('takes an empty variable for one that is not set', () => {
    const empty = { ...least, OIDC_ISSUER: '', TRAMLINE_DEMO: '', TRAMLINE_REGISTRATION: '' };
    expect(readEnvironment(empty)).toEqual(readEnvironment(least));
  });
  it('has a demo on this machine only, whatever it is told', () => {
    const demo = (address: string) => readEnvironment({ ...least, TRAMLINE_DEMO: '1', NEXTAUTH_URL: address }).isDemo;
    expect(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'].map(demo)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['https://tramline.example', 'http://192.168.1.4:3000', 'http://localhost.evil.example'].map(demo)).toEqual([
      false,
      false,
      false,
    ]);
  });
  it('reads an issuer with its secret or not at all', () => {
    const issuer = { ...least, OIDC_ISSUER: 'https://id.example.org/', OIDC_CLIENT_ID: 'tramline' };
    expect(() => readEnvironment(issuer)).toThrow('OIDC_CLIENT_SECRET');
    expect(readEnvironment({ ...issuer, OIDC_CLIENT_SECRET: 's' }).oidc).toEqual({
      ...{ issuer: 'https://id.example.org', clientId: 'tramline', clientSecret: 's', name: 'Single sign-on' },
      ...{ mayRegister: true, linksByEmail: false },
    });
  });
});
