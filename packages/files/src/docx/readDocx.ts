/** Word files in: our own come back exactly, all others are recognised line by line. Rules: SPEC.md DX. */
import {
  type Dropped,
  type Element,
  type NewId,
  type Recognised,
  type RecognisedTitle,
  type RecogniseOptions,
  type Recognition,
  recogniseElements,
  type ScriptLine,
} from '@tramline/screenplay';
import { type DocxLine, joinRuns, readDocxLines } from './docxLines.ts';
import type { DocxParagraph } from './docxParagraph.ts';
import { elementStyles, meaningOf, type StyleMeaning } from './docxStyles.ts';
import { readNumbering } from './readNumbering.ts';
import { type OwnElement, readOwnParagraph } from './readOwnParagraph.ts';
import { readParagraphs } from './readParagraphs.ts';
import { type DocxStyle, readStyles } from './readStyles.ts';
import { readZip, type ZipCode } from './readZip.ts';

/** `lines` are those that the ranges in `recognition` count, for a preview beside the source. */
export type ReadDocx =
  | { readonly ok: true; readonly recognition: Recognition; readonly lines: readonly ScriptLine[] }
  | { readonly ok: false; readonly code: ZipCode };

/**
 * Reads a Word file (`.docx`, `.docm`). Footnotes, endnotes and comments become notes behind the element that refers to
 * them; words of headers and footers are listed as dropped; deleted words of tracked changes are left out. Errors: `file.empty`,
 * `file.tooBig` (over 20 MB), `file.tooBigInside` (unpacks to more than `zipLimits`, or has paragraphs without end),
 * `file.format` (no Word file of this kind: an old `.doc`, an encrypted one, another zip), `file.broken` (damaged).
 */
export function readDocx(bytes: Uint8Array, options: Pick<RecogniseOptions, 'newId' | 'language'>): ReadDocx {
  const zip = readZip(bytes, (name) => wanted.test(name));
  if (!zip.ok) return zip;
  const main = mainPart(zip.parts);
  if (main === undefined) return { ok: false, code: 'file.format' };
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = (name: string) => zip.parts.get(`${folder}${name}.xml`);
  const styles = readStyles(part('styles'));
  const body = readParagraphs(zip.parts.get(main)!, styles);
  if (!body.ok) return body;
  const paragraphs = body.paragraphs.filter((p) => !p.isSectionEnd || p.runs.length > 0);
  const lines = readDocxLines(paragraphs, styles, readNumbering(part('numbering')));
  const notes = readNotes(['footnotes', 'endnotes', 'comments'].map(part), styles);
  const recognition = recognise(paragraphs, lines, { styles, notes, ...options });
  const dropped = isOwn(styles) ? [] : readMargins(zip.parts, styles, lines.length);
  return {
    ok: true,
    lines: lines.map((l) => l.line),
    recognition: { ...recognition, dropped: [...recognition.dropped, ...dropped] },
  };
}

const wanted = /^word\/(?:document\d*|styles|numbering|footnotes|endnotes|comments|header\d+|footer\d+)\.xml$/i;

/** Word names it `document.xml`; some programs number it. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>): string | undefined {
  return [...parts.keys()].filter((name) => /^word\/document\d*\.xml$/i.test(name)).sort()[0];
}

interface Reading extends Pick<RecogniseOptions, 'newId' | 'language'> {
  readonly styles: ReadonlyMap<string, DocxStyle>;
  readonly notes: ReadonlyMap<string, string>;
}

const isOwn = (styles: ReadonlyMap<string, DocxStyle>) => styles.has(elementStyles.action.id);

/** Stretches of our own paragraphs are taken as they are, those between are recognised. */
function recognise(paragraphs: readonly DocxParagraph[], lines: readonly DocxLine[], reading: Reading): Recognition {
  const isDomestic = reading.styles.get(elementStyles.dialogue.id)?.name === elementStyles.dialogue.zh;
  const out = { recognised: [] as Recognised[], dropped: [] as Dropped[], title: [] as RecognisedTitle[] };
  const isExact = isOwn(reading.styles);
  let foreign: DocxLine[] = [];
  let foreignFrom = 0;
  const flush = () => {
    if (foreign.length > 0)
      addForeign(
        foreign.map((l) => l.line),
        foreignFrom,
        reading,
        out,
      );
    foreign = [];
  };
  lines.forEach((line, at) => {
    const paragraph = paragraphs[line.paragraph]!;
    const meaning = isExact ? meaningOf(paragraph.looks.styleId) : undefined;
    const own = meaning && readOwn(paragraph, meaning, isDomestic, line, lines[at - 1]);
    if (own === undefined) {
      if (foreign.length === 0) foreignFrom = at;
      foreign.push(line);
      return;
    }
    flush();
    if ('entry' in own) out.title.push({ ...own.entry, label: '', lines: [at, at + 1] });
    else for (const element of own.elements) out.recognised.push(recognisedOf(element, at, paragraph));
  });
  flush();
  return finish(out, paragraphs, lines, reading);
}

/** The second half of a paragraph that a page break parts has been read with the first. */
function readOwn(
  paragraph: DocxParagraph,
  meaning: StyleMeaning,
  isDomestic: boolean,
  line: DocxLine,
  before: DocxLine | undefined,
) {
  if (before?.paragraph === line.paragraph) return { elements: [] };
  return readOwnParagraph(paragraph, meaning, isDomestic);
}

function recognisedOf(own: OwnElement, at: number, { cell }: DocxParagraph): Recognised {
  const { type, text, marks } = own;
  const isPair = type === 'character' && cell !== undefined;
  const attrs = isPair ? { ...own.attrs, dual: cell === 0 ? ('left' as const) : ('right' as const) } : own.attrs;
  const element: Element = marks.length > 0 ? { id: '', type, text, marks, attrs } : { id: '', type, text, attrs };
  return { element, confidence: 'sure', reason: 'style', lines: [at, at + 1] };
}

function addForeign(
  lines: readonly ScriptLine[],
  from: number,
  { newId, language }: Reading,
  out: { recognised: Recognised[]; dropped: Dropped[]; title: RecognisedTitle[] },
): void {
  const found = recogniseElements(lines, { newId, unit: 'paragraph', ...(language && { language }) });
  const moved = <T extends { readonly lines: readonly [number, number] }>(items: readonly T[]) =>
    items.map((item) => ({ ...item, lines: [item.lines[0] + from, item.lines[1] + from] as const }));
  for (const item of moved(found.recognised)) out.recognised.push(item);
  for (const item of moved(found.dropped)) out.dropped.push(item);
  for (const item of moved(found.title)) out.title.push(item);
}

/** Puts notes behind the elements that refer to them, and gives ids in order. */
function finish(
  out: Recognition,
  paragraphs: readonly DocxParagraph[],
  lines: readonly DocxLine[],
  { notes, newId }: Reading,
): Recognition {
  const waiting = lines.flatMap(({ paragraph }, at) =>
    lines[at - 1]?.paragraph === paragraph ? [] : noteItems(paragraphs[paragraph]!, at, notes),
  );
  const items: Recognised[] = [];
  let next = 0;
  for (const item of out.recognised) {
    while (next < waiting.length && waiting[next]!.lines[0] < item.lines[0]) items.push(waiting[next++]!);
    items.push(item);
  }
  items.push(...waiting.slice(next));
  return { ...out, recognised: items.map((item, i) => withId(item, newId, i)) };
}

function noteItems(paragraph: DocxParagraph, at: number, notes: ReadonlyMap<string, string>): Recognised[] {
  return paragraph.noteRefs.flatMap(({ kind, id }) => {
    const text = notes.get(`${kind} ${id}`);
    if (!text) return [];
    const element: Element = { id: '', type: 'note', text, attrs: {} };
    return [{ element, confidence: 'sure' as const, reason: 'style' as const, lines: [at, at + 1] as const }];
  });
}

const withId = (item: Recognised, newId: NewId, i: number): Recognised => ({
  ...item,
  element: { ...item.element, id: newId(i) },
});

/** The words of notes by kind and id. A damaged part of notes gives none: the script itself is whole. */
function readNotes(
  parts: readonly (Uint8Array | undefined)[],
  styles: ReadonlyMap<string, DocxStyle>,
): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const part of parts) {
    const read = part && readParagraphs(part, styles);
    if (!read?.ok) continue;
    for (const { note, runs } of read.paragraphs) {
      const text = joinRuns(runs).text.trim();
      if (!note || text === '') continue;
      const key = `${note.kind} ${note.id}`;
      const before = notes.get(key);
      notes.set(key, before ? `${before}\n${text}` : text);
    }
  }
  return notes;
}

/** Words of headers and footers, once each. */
function readMargins(
  parts: ReadonlyMap<string, Uint8Array>,
  styles: ReadonlyMap<string, DocxStyle>,
  at: number,
): Dropped[] {
  const texts = new Set<string>();
  for (const [name, part] of parts) {
    if (!/\/(?:header|footer)\d+\.xml$/i.test(name)) continue;
    const read = readParagraphs(part, styles);
    for (const { runs } of read.ok ? read.paragraphs : []) {
      const text = joinRuns(runs).text.trim();
      if (/\p{L}/u.test(text)) texts.add(text);
    }
  }
  return [...texts].map((text) => ({ text, reason: 'pageHeader', lines: [at, at] }));
}
