/** The Chinese domestic format as paragraphs: `20、卫生间 日 内`, `张三：（低声）…`, `△ …`. Rules: SPEC.md TX. */
import {
  type Element,
  labelOfTitleKey,
  noAttrs,
  numberScenes,
  parseHeading,
  type TitleEntry,
} from '@tramline/screenplay';
import {
  type BlockOptions,
  readBlocks,
  runsOf,
  type ScriptBlock,
  type ScriptParagraph,
  type ScriptRun,
} from './scriptBlock.ts';

/** A script in the domestic format: the lines of its title page, and its blocks. */
export interface DomesticScript {
  readonly title: readonly TitleLine[];
  readonly blocks: readonly ScriptBlock[];
}

/** One line of a title page: the entry it says, with the label that it stands under (empty for the title itself). */
export interface TitleLine extends TitleEntry {
  readonly label: string;
}

/**
 * Lays a script out in the domestic format. Headings are numbered (all of them without `numbers`); a speech is one
 * paragraph, cue, colon, directions and words; action is led by `△` unless it begins with a mark of its own; the line of
 * people stays below its heading. Notes, synopses and sections other than episodes only with `withHidden`.
 */
export function writeDomestic(
  elements: readonly Element[],
  title: readonly TitleEntry[],
  options: BlockOptions = {},
): DomesticScript {
  const numbers = numbersOf(elements, options.numbers ?? 'all');
  const layOut = (shown: readonly Element[], from: number, to: number) => {
    const isSpeech =
      to - from > 1 && shown.slice(from, to).every((e, i) => e.text !== '' && (i === 0 || !e.attrs.startsNewPage));
    if (isSpeech) return [speechOf(shown.slice(from, to), options)];
    return shown.slice(from, to).map((element) => paragraphOf(element, numbers.get(element.id), options));
  };
  return { title: titleLines(title), blocks: readBlocks(elements, layOut, options) };
}

function titleLines(title: readonly TitleEntry[]): TitleLine[] {
  return title.map(({ key, value }) => ({ key, value, label: key === 'Title' ? '' : labelOfTitleKey(key) }));
}

/** Numbers to draw, by element id; `isFixed` where a person fixed it. Those in the words are not drawn again. */
export function numbersOf(
  elements: readonly Element[],
  which: NonNullable<BlockOptions['numbers']>,
): ReadonlyMap<string, { readonly text: string; readonly isFixed: boolean }> {
  const headings = elements.filter((e) => e.type === 'heading');
  const all = numberScenes(headings);
  const drawn = headings.flatMap((heading, i) => {
    const isFixed = heading.attrs.number !== undefined;
    if (which === 'none' || (which === 'fixed' && !isFixed)) return [];
    const isInWords = !isFixed && parseHeading(heading.text).number !== undefined;
    return isInWords ? [] : [[heading.id, { text: all[i]!, isFixed }] as const];
  });
  return new Map(drawn);
}

const mark = (text: string): ScriptRun => ({ text, role: 'mark', marks: [] });

function speechOf(speech: readonly Element[], options: BlockOptions): ScriptParagraph {
  const [cue, ...spoken] = speech as [Element, ...Element[]];
  const runs: ScriptRun[] = [...runsOf(cue, 'cue', options), mark('：')];
  spoken.forEach((element, i) => {
    const role = element.type === 'parenthetical' || element.type === 'lyrics' ? element.type : 'dialogue';
    if (i > 0 && role === spoken[i - 1]!.type) runs.push(mark('\n'));
    runs.push(...runsOf(element, role, options));
  });
  return { type: 'speech', runs, blankAbove: 0, attrs: cue.attrs };
}

/** Words that say themselves that they are no plain action, or that already have their mark. */
const hasOwnMark = /^[△▲▵【〖[]|^(?:字幕|音效|特效|画面|镜头)\s*[：:]/;

const roles: Readonly<Partial<Record<Element['type'], ScriptRun['role']>>> = {
  character: 'cue',
  parenthetical: 'parenthetical',
  dialogue: 'dialogue',
  lyrics: 'lyrics',
};

function paragraphOf(
  element: Element,
  number: { readonly text: string; readonly isFixed: boolean } | undefined,
  options: BlockOptions,
): ScriptParagraph {
  const { type, attrs } = element;
  const runs = runsOf(element, roles[type] ?? 'words', options);
  const blankAbove = type === 'heading' || type === 'section' ? 1 : 0;
  if (type === 'action' && runs.length > 0 && !hasOwnMark.test(element.text)) runs.unshift(mark('△'));
  if (type === 'heading' && number)
    runs.unshift({ text: `${number.text}、`, role: number.isFixed ? 'number' : 'derivedNumber', marks: [] });
  return { type, runs, blankAbove, attrs: attrs ?? noAttrs };
}
