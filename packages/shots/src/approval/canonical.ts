/**
 * The one canonicaliser of approvals: what is stamped and what is checked go through these functions and no others.
 * Version 1. A change of any byte that comes out of here needs a new version, or every approval in the world goes stale.
 */
import { sha256 } from './sha256.ts';

/** The version of the canonical form, kept beside every hash. */
export const HASH_VERSION = 1;

/** A plain value that can be hashed. `null` says "none"; absent says nothing. */
export type Canonical = null | boolean | number | string | readonly Canonical[] | { readonly [key: string]: Canonical };

/**
 * Words without what nobody approves: NFC, one kind of line end, one space for a run of spaces and tabs, no spaces at
 * the ends of lines, no empty lines. Case, quotation marks and punctuation stay.
 */
export function canonicalText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** A set of strings: each once, in the order of their UTF-16 units. */
export function canonicalSet(items: readonly string[]): string[] {
  return [...new Set(items)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** JSON with the keys of every object in order and no spaces. Throws a `TypeError` for what JSON would lose or change. */
export function canonicalJson(value: unknown): string {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    throw new TypeError(`not hashable: ${typeof value}`);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`not hashable: ${value}`);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(entries)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(entries[key])}`);
  return `{${members.join(',')}}`;
}

/** The hash of one component: `kind` keeps equal content of two kinds apart. */
export function hashComponent(kind: string, content: unknown): string {
  return `sha256:${sha256(canonicalJson({ v: HASH_VERSION, k: kind, x: content }))}`;
}
