/** A script file of any kind that Tramline reads, as elements and a title page. The same bytes and script give the same ids. */
import type { PageChoices } from '@tramline/collab';
import { type FdxDocument, type FdxRefusal, readDocx, readFdx, readText } from '@tramline/files';
import {
  decodeScriptFile,
  type Element,
  type FountainDocument,
  idsFrom,
  isFountainText,
  leaveOut,
  type Recognition,
  readFountain,
  restoreDropped,
  retype,
  type ScriptLine,
  type TitleEntry,
} from '@tramline/screenplay';
import type { ErrorCode, Outcome, ScriptCorrections } from '@tramline/wire';
import { done, refuse } from './outcome.ts';

/** A file as it was sent. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What a file says. `fountain` and `fdx` go out as they came in while nothing is edited; what was `recognised` line by line
 * is a reading that a person may correct.
 */
export type ScriptFile = {
  readonly elements: readonly Element[];
  readonly title: readonly TitleEntry[];
  /** How the file wants its pages. */
  readonly pages: Partial<PageChoices>;
} & (
  | { readonly kind: 'fountain'; readonly origin: FountainDocument; readonly text: string }
  | { readonly kind: 'fdx'; readonly origin: FdxDocument }
  | { readonly kind: 'recognised'; readonly recognition: Recognition; readonly lines: readonly ScriptLine[] }
);

/** What the title page calls the script; undefined where it says nothing. */
export function titleIn({ title }: Pick<ScriptFile, 'title'>): string | undefined {
  return title.find(({ key }) => /^(title|标题|片名|剧名)$/i.test(key))?.value;
}

/** The language that most of the words are in. */
export function languageOf({ elements }: Pick<ScriptFile, 'elements'>): 'en' | 'zh' {
  let [han, latin] = [0, 0];
  for (const { text } of elements) {
    han += text.match(/\p{Script=Han}/gu)?.length ?? 0;
    latin += text.match(/[A-Za-z]+/g)?.length ?? 0;
  }
  return han > latin ? 'zh' : 'en';
}

/** Ids of the script's own, so that a later reading of the same file gives the same ones. */
const idsOf = (scriptId: string) => idsFrom(`${scriptId.slice(0, 8)}.`);

/** Reads a file by its ending and what is in it. Errors are the `file.` codes; nothing is changed by reading. */
export function readScriptFile(
  { name, bytes }: NamedBytes,
  scriptId: string,
  language: 'en' | 'zh',
): Outcome<ScriptFile> {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'fdx') return readFinalDraft(bytes, scriptId);
  if (ending === 'docx' || ending === 'docm') return readWord(bytes, scriptId, language);
  if (ending === 'txt') return readPlain({ name, bytes }, scriptId, language);
  const decoded = decodeScriptFile(bytes, name);
  return decoded.ok ? done(fountainFile(decoded.text, scriptId)) : refuse(decoded.code);
}

function fountainFile(text: string, scriptId: string): ScriptFile {
  const origin = readFountain(text, { newId: idsOf(scriptId) });
  return { kind: 'fountain', origin, text, elements: origin.elements, title: origin.title, pages: {} };
}

const fdxCodes: Readonly<Record<FdxRefusal['code'], ErrorCode>> = {
  tooLarge: 'file.tooBig',
  tooDeep: 'file.unsafe',
  entities: 'file.unsafe',
  notXml: 'file.broken',
  notFdx: 'file.format',
  badEncoding: 'file.encoding',
};

function readFinalDraft(bytes: Uint8Array, scriptId: string): Outcome<ScriptFile> {
  if (bytes.length === 0) return refuse('file.empty');
  const read = readFdx(bytes, { newId: idsOf(scriptId) });
  if (!read.ok) return refuse(fdxCodes[read.code], read.at ? { line: read.at.line } : {});
  const { document: origin } = read;
  return done({ kind: 'fdx', origin, elements: origin.elements, title: origin.title, pages: pagesOf(origin) });
}

/** Widths of paper in inches, between A4's 8.27 and Letter's 8.5. */
const narrowestLetter = 8.4;

function pagesOf({ pageLayout, moresAndContinueds }: FdxDocument): Partial<PageChoices> {
  const { width, breaksAtSentences } = pageLayout;
  const { dialogueBottom, dialogueTop, hasSceneBottom } = moresAndContinueds;
  return {
    ...(width !== undefined && width < narrowestLetter ? { profile: 'final-draft-a4' } : {}),
    ...(breaksAtSentences ? { splitAtSentences: true } : {}),
    ...(hasSceneBottom ? { continueds: true } : {}),
    ...(dialogueBottom ? { more: dialogueBottom.slice(0, 40) } : {}),
    ...(dialogueTop ? { contd: dialogueTop.slice(0, 40) } : {}),
  };
}

function readWord(bytes: Uint8Array, scriptId: string, language: 'en' | 'zh'): Outcome<ScriptFile> {
  const read = readDocx(bytes, { newId: idsOf(scriptId), language });
  return read.ok ? done(recognisedFile(read)) : refuse(read.code);
}

/** Plain text that is Fountain is read as such, all other line by line. */
function readPlain(file: NamedBytes, scriptId: string, language: 'en' | 'zh'): Outcome<ScriptFile> {
  const decoded = decodeScriptFile(file.bytes, file.name);
  if (decoded.ok && isFountainText(decoded.text)) return done(fountainFile(decoded.text, scriptId));
  const read = readText(file.bytes, file.name, { newId: idsOf(scriptId), language });
  return read.ok ? done(recognisedFile(read)) : refuse(read.code);
}

interface Reading {
  readonly recognition: Recognition;
  readonly lines: readonly ScriptLine[];
}

/**
 * The file with what a person corrected in its preview. Corrections of a file that has nothing to correct, or of places
 * that it does not have, are refused: the preview was of another file.
 */
export function correctScriptFile(
  file: ScriptFile,
  { types, restored }: ScriptCorrections,
  scriptId: string,
): Outcome<ScriptFile> {
  if (types.length === 0 && restored.length === 0) return done(file);
  if (file.kind !== 'recognised') return refuse('request.invalid');
  const { lines } = file;
  let made = 0;
  const fresh = idsFrom(`${scriptId.slice(0, 8)}.c`);
  let { recognition } = file;
  const correction = () => ({ lines, recognition, newId: () => fresh(made++) });
  const isThere = (at: number, list: readonly unknown[]) => at < list.length;
  if (!types.every(({ at }) => isThere(at, recognition.recognised))) return refuse('request.invalid');
  if (!restored.every((at) => isThere(at, recognition.dropped))) return refuse('request.invalid');
  // From the end, so that what a correction makes or takes away moves no place that is still to come.
  const seen = new Set<number>();
  const dropped = new Set(restored.map((at) => recognition.dropped[at]!));
  for (const { at, type } of types.toSorted((a, b) => b.at - a.at)) {
    // Two corrections of one line: the later one made the line anew, and the earlier may have nothing left to correct.
    if (seen.has(at) || at >= recognition.recognised.length) continue;
    seen.add(at);
    recognition = type === null ? leaveOut({ recognition }, at) : retype(correction(), at, type);
  }
  for (const one of dropped) recognition = restoreDropped(correction(), recognition.dropped.indexOf(one));
  return done(recognisedFile({ recognition, lines }));
}

function recognisedFile({ recognition, lines }: Reading): ScriptFile {
  const elements = recognition.recognised.map(({ element }) => element);
  const title = recognition.title.map(({ key, value }) => ({ key, value }));
  return { kind: 'recognised', recognition, lines, elements, title, pages: {} };
}
