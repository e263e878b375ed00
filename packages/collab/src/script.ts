/** A script document: its parts, read as plain data, and its first content. */
import type { Element, TitleEntry } from '@tramline/screenplay';
import type * as Y from 'yjs';
import { followBody } from './followBody.ts';
import { Ground, readGround } from './ground.ts';
import type { Row } from './row.ts';
import { writeSchemaVersion } from './schemaVersion.ts';
import { elementOf, elementRuns, newHead } from './scriptElement.ts';

/** The parts of a script document. */
export interface Script {
  readonly doc: Y.Doc;
  /** All elements, flat: head, words, head, words … */
  readonly body: Y.Text;
  /** The title page. */
  readonly title: Y.Map<unknown>;
  /** Template, paper, language, numbering scheme, schema version. */
  readonly settings: Y.Map<unknown>;
  /** Parts of files of other programs, kept by key. */
  readonly extras: Y.Map<unknown>;
  /** What whole elements were taken out lately, so that words typed into them meanwhile are brought home. */
  readonly cuts: Y.Map<unknown>;
}

/** Opens a script document. Creates the roots with their types and writes nothing. */
export function openScript(doc: Y.Doc): Script {
  return {
    doc,
    body: doc.getText('body'),
    title: doc.getMap('title'),
    settings: doc.getMap('settings'),
    extras: doc.getMap('extras'),
    cuts: doc.getMap('cuts'),
  };
}

const lists = new WeakMap<readonly Row[], readonly Element[]>();

/**
 * The elements of a script, repaired, in order; never empty. From a script the body is read afresh. From a ground its
 * rows are: an element that did not change is the same object as in the ground before, and asking the same ground again
 * gives the same list.
 */
export function readElements(source: Script | Ground): readonly Element[] {
  const { rows } = source instanceof Ground ? source : readGround(source.body);
  const known = lists.get(rows);
  // Rows are replaced on every change but one: a repaired id may change in place, which the elements show.
  if (known?.every((element, at) => element.id === rows[at]!.id)) return known;
  const elements = rows.map(elementOf);
  lists.set(rows, elements);
  return elements;
}

/** The ground of a script that is kept up to date from now on, transaction by transaction. */
export function followGround({ body }: Script): Ground {
  return followBody(body).ground;
}

/**
 * Writes the first content of a document, in one transaction: elements, title page and schema version. Throws a
 * `RangeError` if the body already holds something: content is never written twice.
 */
export function writeElements(script: Script, elements: readonly Element[], title: readonly TitleEntry[] = []): void {
  if (script.body.length > 0) throw new RangeError(`the body already holds ${script.body.length} tokens`);
  script.doc.transact(() => {
    const delta: { insert: string | Y.Map<unknown>; attributes?: Record<string, unknown> }[] = [];
    for (const element of elements) {
      delta.push({ insert: newHead(element) });
      for (const { text, formats } of elementRuns(element)) delta.push({ insert: text, attributes: { ...formats } });
    }
    script.body.applyDelta(delta);
    writeTitle(script, title);
    writeSchemaVersion(script.settings);
  });
}

/** The entries of the title page, in their order. What is no entry is left out. */
export function readTitle({ title }: Script): TitleEntry[] {
  const entries: { at: number; key: string; value: string }[] = [];
  title.forEach((stored: unknown) => {
    const { at, key, value } = (typeof stored === 'object' ? (stored ?? {}) : {}) as Record<string, unknown>;
    if (typeof at !== 'number' || typeof key !== 'string' || typeof value !== 'string') return;
    entries.push({ at, key, value });
  });
  entries.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return entries.map(({ key, value }) => ({ key, value }));
}

/** Makes the title page hold just these entries. Each is kept under its own name, so two people change two at once. */
export function writeTitle({ doc, title }: Script, entries: readonly TitleEntry[]): void {
  const names = new Set<string>();
  doc.transact(() => {
    for (const [at, { key, value }] of entries.entries()) {
      let name = key.slice(0, 100);
      while (names.has(name) || name === '') name = `${key.slice(0, 100)}#${names.size}`;
      names.add(name);
      const old = title.get(name) as { at?: unknown; key?: unknown; value?: unknown } | undefined;
      if (old?.at !== at || old.key !== key || old.value !== value) title.set(name, { at, key, value });
    }
    for (const name of [...title.keys()]) if (!names.has(name)) title.delete(name);
  });
}
