/** Inline formats of the body as plain data, and equality of such data. */

/** Inline formats in force at a place of the body: the format's name, and `true` or its attributes. */
export type Formats = Readonly<Record<string, unknown>>;

/** No formats. Always this very object, so that the common case compares by identity. */
export const PLAIN: Formats = Object.freeze({});

/** A stretch of words under one set of formats. */
export interface Run {
  readonly text: string;
  readonly formats: Formats;
}

/** Whether two pieces of plain data are deeply equal. `undefined` equals an absent key. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const key in left) if (!sameValue(left[key], right[key])) return false;
  for (const key in right) if (left[key] === undefined && right[key] !== undefined) return false;
  return true;
}

/** Whether two sets of formats are equal, whatever the order of their keys. */
export function sameFormats(a: Formats, b: Formats): boolean {
  return a === b || sameValue(a, b);
}

/** The formats in force after one more format item; `null` as a value ends a format. */
export function withFormat(formats: Formats, key: string, value: unknown): Formats {
  const next: Record<string, unknown> = { ...formats };
  if (value === null) delete next[key];
  else next[key] = value;
  return Object.keys(next).length === 0 ? PLAIN : next;
}

/** The formats to set so that words of the one set get the other; `null` takes a format away. */
export function formatChange(before: Formats, after: Formats): Formats {
  const change: Record<string, unknown> = {};
  for (const name of Object.keys(before)) if (after[name] === undefined) change[name] = null;
  for (const name of Object.keys(after)) if (!sameValue(before[name], after[name])) change[name] = after[name];
  return change;
}
