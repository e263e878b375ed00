/** What a single value in a shared document may be. Data, so that the server, the repairing readers and tests share it. */
import { anchor } from '@tramline/wire';

/** A rule for one plain value. Lengths count UTF-16 code units; `max` of a number is inclusive. */
export type ValueRule =
  /** Any string. */
  | { readonly kind: 'string'; readonly max: number }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  /** The code of a vocabulary or of a model: letters, digits, `_`, `-`, `.`; vocabularies can be extended by a project. */
  | { readonly kind: 'code' }
  /** The id of an element, a shot or a beat. */
  | { readonly kind: 'id' }
  /** A fractional key that orders rows; see `orderBetween`. */
  | { readonly kind: 'orderKey' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly isWhole?: boolean }
  | { readonly kind: 'boolean' }
  /** An anchor as `wire` reads it. */
  | { readonly kind: 'anchor' }
  /** JSON: `max` is the length of its text. */
  | { readonly kind: 'json'; readonly max: number };

/** The longest order key that is accepted; a key of this length takes thousands of insertions at one place. */
export const MAX_ORDER_KEY = 1024;

const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const orderKeyPattern = /^[0-9A-Za-z]*[1-9A-Za-z]$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
const namePattern = /^[^\u0000-\u001f\u007f]{1,128}$/;
const reservedNames: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Whether a string may be an id or a key that people or clients choose: 1 to 128 units, no control characters. */
export function isAllowedName(value: unknown): value is string {
  return typeof value === 'string' && namePattern.test(value) && !reservedNames.includes(value);
}

/** Whether a plain value keeps a rule. Never throws; `undefined`, bytes and functions keep none. */
export function isAllowedValue(rule: ValueRule, value: unknown): boolean {
  switch (rule.kind) {
    case 'string':
      return typeof value === 'string' && value.length <= rule.max;
    case 'oneOf':
      return typeof value === 'string' && rule.values.includes(value);
    case 'code':
      return typeof value === 'string' && codePattern.test(value);
    case 'id':
      return isAllowedName(value);
    case 'orderKey':
      return typeof value === 'string' && value.length <= MAX_ORDER_KEY && orderKeyPattern.test(value);
    case 'number':
      return isAllowedNumber(rule, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'anchor':
      return anchor.safeParse(value).success;
    case 'json':
      return isJson(value) && JSON.stringify(value).length <= rule.max;
  }
}

function isAllowedNumber(rule: ValueRule & { readonly kind: 'number' }, value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= rule.min && value <= rule.max && (rule.isWhole !== true || Number.isInteger(value));
}

const maxJsonDepth = 8;
function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (depth >= maxJsonDepth || typeof value !== 'object' || value instanceof Uint8Array) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  return Object.entries(value).every(([key, item]) => !reservedNames.includes(key) && isJson(item, depth + 1));
}
