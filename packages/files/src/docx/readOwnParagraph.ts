/** Paragraphs of a Word file that we wrote: exactly the elements that went in. */
import type { Attrs, ElementType, Mark, TitleEntry } from '@tramline/screenplay';
import { joinRuns } from './docxLines.ts';
import type { DocxParagraph, DocxRun } from './docxParagraph.ts';
import { roleOf, type StyleMeaning } from './docxStyles.ts';

/** An element without its id. */
export interface OwnElement {
  readonly type: ElementType;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly attrs: Attrs;
}

/** What a paragraph says: elements, or an entry of the title page. `undefined`: somebody has typed it in Word. */
export type OwnParagraph = { readonly elements: readonly OwnElement[] } | { readonly entry: TitleEntry } | undefined;

const drawn = new Set(['mark', 'derivedNumber', 'continued']);

/**
 * Reads a paragraph in one of our styles. `isDomestic`: the file is in the domestic format, where speech without the
 * character styles of its parts was typed by somebody, and is for the recogniser.
 */
export function readOwnParagraph(paragraph: DocxParagraph, meaning: StyleMeaning, isDomestic: boolean): OwnParagraph {
  const runs = paragraph.runs.map(withoutPages);
  if (meaning.type === 'title') return { entry: readEntry(runs, meaning.key) };
  const roles = runs.map((run) => roleOf(run.style));
  if (meaning.type === 'dialogue' && isDomestic)
    return isSpeech(roles) ? { elements: readSpeech(paragraph, runs) } : undefined;
  return { elements: [readElement(paragraph, runs, meaning, meaning.type)] };
}

const isSpeech = (roles: readonly (string | undefined)[]) =>
  roles.some((role) => role === 'cue' || role === 'dialogue' || role === 'parenthetical' || role === 'lyrics');

const withoutPages = (run: DocxRun): DocxRun => ({ ...run, text: run.text.replaceAll('\f', '') });

function readEntry(runs: readonly DocxRun[], key: string | undefined): TitleEntry {
  const keyOf = () => runs.flatMap((run) => (roleOf(run.style) === 'key' ? [run.text] : [])).join('');
  const value = runs.flatMap((run) => (['mark', 'key'].includes(roleOf(run.style) ?? '') ? [] : [run.text])).join('');
  return { key: key ?? keyOf(), value };
}

function readElement(
  paragraph: DocxParagraph,
  runs: readonly DocxRun[],
  { level, isOmitted, isBoneyard }: StyleMeaning,
  type: ElementType,
): OwnElement {
  const numberRuns = runs.filter((run) => roleOf(run.style) === 'number');
  const number = numberRuns
    .map((run) => run.text)
    .join('')
    .replace(/、$/, '');
  const words = runs.filter((run) => !drawn.has(roleOf(run.style) ?? '') && roleOf(run.style) !== 'number');
  const attrs: Attrs = {
    ...(number !== '' && { number }),
    ...(type === 'section' && { level: level ?? 1 }),
    ...(isOmitted && { omitted: true }),
    ...(isBoneyard && { boneyard: true }),
    ...pageOf(paragraph),
  };
  return { type, ...joinRuns(words.map(withHidden)), attrs };
}

const pageOf = ({ looks }: DocxParagraph): Attrs => (looks.startsNewPage ? { startsNewPage: true } : {});

/** Words hidden by our own character styles have the mark that hid them. */
function withHidden(run: DocxRun): DocxRun {
  const role = roleOf(run.style);
  if (role !== 'boneyard') return run;
  return { ...run, marks: [...run.marks.filter((type) => type !== 'note'), 'boneyard'] };
}

const parts: Readonly<Record<string, ElementType>> = {
  cue: 'character',
  parenthetical: 'parenthetical',
  dialogue: 'dialogue',
  lyrics: 'lyrics',
};

/** The parts of a run-in speech: a new one where the role changes, and after what the layout put between two. */
function readSpeech(paragraph: DocxParagraph, runs: readonly DocxRun[]): OwnElement[] {
  const groups: { type: ElementType; runs: DocxRun[] }[] = [];
  let isCut = true;
  for (const run of runs) {
    const role = roleOf(run.style);
    const type = role === undefined ? undefined : parts[role];
    if (role !== undefined && drawn.has(role)) isCut = true;
    else if (type !== undefined && (isCut || groups.at(-1)?.type !== type)) {
      groups.push({ type, runs: [run] });
      isCut = false;
    } else if (groups.length > 0 && !isCut) groups.at(-1)!.runs.push(run);
    else {
      groups.push({ type: type ?? 'dialogue', runs: [run] });
      isCut = false;
    }
  }
  return groups.map(({ type, runs: own }, i) => ({
    type,
    ...joinRuns(own.map(withHidden)),
    attrs: i === 0 ? pageOf(paragraph) : {},
  }));
}
