/** Between a row of the body and the element of a script, both ways. */
import {
  type Attrs,
  type Element,
  type ElementType,
  type Mark,
  type MarkType,
  markTypes,
  noAttrs,
} from '@tramline/screenplay';
import * as Y from 'yjs';
import { PLAIN, type Run } from './bodyFormats.ts';
import { HEAD_TYPES } from './documentShape.ts';
import { type Row, storedOf } from './row.ts';

/** The type under which readers of elements see a head of a type that this version does not know. */
const UNKNOWN_AS: ElementType = 'general';

/** The entry of a format's stored value that holds a mark's `value`; a format that is not here is a flag. */
const VALUE_KEYS: Readonly<Partial<Record<string, 'set' | 'id'>>> = { revision: 'set', tag: 'id' };

/** The mark's `value` in a stored format; '' for a flag; undefined where there is no such format, or one of a wrong form. */
export function readFormat(type: MarkType, stored: unknown): string | undefined {
  if (stored === undefined || stored === false || stored === null) return undefined;
  const key = VALUE_KEYS[type];
  if (!key) return '';
  const value = (stored as Record<string, unknown>)[key];
  return typeof value === 'string' || Number.isInteger(value) ? String(value) : undefined;
}

/** What is stored for a mark. */
export function storedFormat({ type, value = '' }: Pick<Mark, 'type' | 'value'>): unknown {
  const key = VALUE_KEYS[type];
  if (!key) return true;
  return { [key]: key === 'set' ? Number(value) : value };
}

const headTypes: ReadonlySet<string> = new Set(HEAD_TYPES);
const elements = new WeakMap<Row, Element>();

/** The element that a row stands for. The same row gives the same object, as long as its shown id is the same. */
export function elementOf(row: Row): Element {
  const known = elements.get(row);
  if (known?.id === row.id) return known;
  const { type, attrs } = storedOf(row);
  const marks = marksOf(row.runs);
  const element: Element = {
    id: row.id,
    type: isElementType(type) ? type : UNKNOWN_AS,
    text: row.text,
    ...(marks.length > 0 ? { marks } : {}),
    attrs: readAttrs(attrs),
  };
  elements.set(row, element);
  return element;
}

/** Whether this version knows a head's type. */
export function isElementType(type: string): type is ElementType {
  return headTypes.has(type);
}

/** The attributes of a head that this version can use; what has the wrong form is left out. */
function readAttrs(stored: Readonly<Record<string, unknown>>): Attrs {
  const { number, level, dual, startsNewPage, omitted, boneyard } = stored;
  const attrs: Attrs = {
    ...(typeof number === 'string' ? { number } : {}),
    ...(typeof level === 'number' ? { level } : {}),
    ...(dual === 'left' || dual === 'right' ? { dual } : {}),
    ...(startsNewPage === true ? { startsNewPage } : {}),
    ...(omitted === true ? { omitted } : {}),
    ...(boneyard === true ? { boneyard } : {}),
  };
  return Object.keys(attrs).length > 0 ? attrs : noAttrs;
}

/** The marks of an element's words, each as long as it can be, ordered by start and then by name. */
function marksOf(runs: readonly Run[]): readonly Mark[] {
  if (runs.every((run) => run.formats === PLAIN)) return [];
  const marks: Mark[] = [];
  for (const type of markTypes) {
    let at = 0;
    let from = 0;
    let open: string | undefined;
    const close = (): void => {
      if (open !== undefined) marks.push({ type, ...(open ? { value: open } : {}), from, to: at });
    };
    for (const { text, formats } of runs) {
      const value = readFormat(type, formats[type]);
      if (value !== open) {
        close();
        open = value;
        from = at;
      }
      at += text.length;
    }
    close();
  }
  return marks.sort((a, b) => a.from - b.from || (a.type < b.type ? -1 : 1));
}

/** The head that stores an element. */
export function newHead({ id, type, attrs }: Pick<Element, 'id' | 'type' | 'attrs'>): Y.Map<unknown> {
  return new Y.Map(Object.entries({ id, type, ...attrs }).filter(([, value]) => value !== undefined));
}

/** The words of an element as stretches of equal formats. Yjs cannot carry half a surrogate pair: U+FFFD stands for it. */
export function elementRuns({ text, marks }: Pick<Element, 'text' | 'marks'>): Run[] {
  if (!marks || marks.length === 0) return text === '' ? [] : [{ text: text.toWellFormed(), formats: PLAIN }];
  const edges = new Set([0, text.length]);
  for (const { from, to } of marks) for (const edge of [from, to]) edges.add(Math.min(text.length, Math.max(0, edge)));
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((to, at) => {
    const from = sorted[at]!;
    const inForce = marks.filter((mark) => mark.from <= from && mark.to >= to);
    const formats = Object.fromEntries(inForce.map((mark) => [mark.type, storedFormat(mark)]));
    return { text: text.slice(from, to).toWellFormed(), formats: inForce.length > 0 ? formats : PLAIN };
  });
}
