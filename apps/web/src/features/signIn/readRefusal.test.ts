import { expect, test } from 'vitest';
import { readRefusal } from './readRefusal.ts';

test('a code of the catalogue is kept', () => {
  expect(readRefusal('signIn.tooMany')).toBe('signIn.tooMany');
  expect(readRefusal(['signIn.notLinked', 'x'])).toBe('signIn.notLinked');
});

test.each(['CredentialsSignin', 'toString', '', null, undefined])('%j is a plain refusal', (told) => {
  expect(readRefusal(told)).toBe('signIn.refused');
});
