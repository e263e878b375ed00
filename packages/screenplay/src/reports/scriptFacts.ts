/** What every report counts from: scenes with their pages, length and speeches, read in one pass. */
import { type Element, isHidden, isSpoken, printedText, speakerOf } from '../element.ts';
import { type Heading, parseHeading } from '../heading.ts';
import { Blocks } from '../layout/blocks.ts';
import { dualAt, dualRows } from '../layout/dual.ts';
import { pageLabels } from '../layout/pageLabels.ts';
import type { PageTable } from '../layout/paginate.ts';
import { readScenes, type Scene, sceneEighths, sceneLines } from '../scenes.ts';
import { countWords } from './countWords.ts';
import { pageOfElements } from './pageOfElements.ts';

/**
 * One cue with what is spoken under it. `cue` is an index of elements; `scene` one of scenes, undefined before the first.
 * `words` and `lines` (as printed) are of dialogue and lyrics, parentheticals apart. `page` is an index of pages.
 */
export interface Speech {
  readonly cue: number;
  readonly speaker: string;
  readonly scene: number | undefined;
  readonly words: number;
  readonly lines: number;
  readonly page: number;
}

/** A scene with what is derived of it. An omitted one has no eighths, words and cast. */
export interface SceneFacts extends Scene {
  readonly heading: Heading;
  readonly page: number;
  readonly eighths: number;
  readonly words: number;
  /** Who speaks, in the order of their first words. */
  readonly cast: readonly string[];
}

/** `pageLabels` has one label for each page; `words` are all that are printed, before the first scene too. */
export interface ScriptFacts {
  readonly elements: readonly Element[];
  readonly scenes: readonly SceneFacts[];
  readonly speeches: readonly Speech[];
  readonly pageLabels: readonly string[];
  readonly words: number;
}

/**
 * Reads what reports count from. `table` is of the same elements, else `RangeError`. Nothing of an omitted scene counts:
 * neither its words nor its speeches.
 */
export function readScriptFacts(elements: readonly Element[], table: PageTable): ScriptFacts {
  if (table.elementCount !== elements.length)
    throw new RangeError(`a table of ${table.elementCount} elements for ${elements.length}`);
  const pageOf = pageOfElements(elements, table);
  const scenes = readScenes(elements);
  const speeches = readSpeeches(elements, scenes, table, pageOf);
  const casts = scenes.map(() => new Set<string>());
  for (const { scene, speaker } of speeches) if (scene !== undefined) casts[scene]!.add(speaker);
  const facts = scenes.map((scene, i) => ({
    ...scene,
    heading: parseHeading(printedText(elements[scene.from]!)),
    page: pageOf[scene.from]!,
    eighths: scene.isOmitted ? 0 : sceneEighths(sceneLines(elements, scene, table.profile)),
    words: scene.isOmitted ? 0 : wordsIn(elements, scene.from, scene.to),
    cast: [...casts[i]!],
  }));
  const words = wordsIn(elements, 0, scenes[0]?.from ?? elements.length);
  return { elements, scenes: facts, speeches, pageLabels: pageLabels(table), words: words + sumOf(facts, 'words') };
}

/** The sum of one number over rows. */
export function sumOf<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

function wordsIn(elements: readonly Element[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) if (!isHidden(elements[i]!)) words += countWords(printedText(elements[i]!));
  return words;
}

type SpokenWords = Pick<Speech, 'words' | 'lines'>;

function readSpeeches(
  elements: readonly Element[],
  scenes: readonly Scene[],
  { profile }: PageTable,
  pageOf: readonly number[],
): Speech[] {
  const blocks = new Blocks(elements, profile);
  const speeches: Speech[] = [];
  let scene = -1;
  let dualEnd = 0;
  for (let cue = 0; cue < elements.length; cue++) {
    if (elements[cue]!.type === 'heading') scene++;
    if (elements[cue]!.type !== 'character' || scenes[scene]?.isOmitted) continue;
    dualEnd = Math.max(dualEnd, dualAt(blocks, { index: cue, offset: 0 })?.end ?? 0);
    const speaker = speakerOf(elements[cue]!);
    if (speaker === '') continue;
    const spoken = readSpoken(blocks, cue, cue < dualEnd);
    speeches.push({ cue, speaker, scene: scene < 0 ? undefined : scene, ...spoken, page: pageOf[cue]! });
  }
  return speeches;
}

function readSpoken(blocks: Blocks, cue: number, isDual: boolean): SpokenWords {
  let words = 0;
  let lines = 0;
  const end = blocks.speechEnd(cue);
  for (let i = cue + 1; i < end; i++) {
    const element = blocks.elements[i]!;
    if (!isSpoken(element) || element.type === 'parenthetical') continue;
    words += countWords(printedText(element));
    lines += isDual ? dualRows(blocks, i).length : blocks.height(i);
  }
  return { words, lines };
}
