/** The format of one `Text` run of a paragraph, in and out. */
import type { Element, ElementType, Mark, MarkType } from '@tramline/screenplay';
import { isOutline } from './elementTypes.ts';
import { readCharData } from './xml/charData.ts';
import { childrenOf, type XmlNode } from './xml/readXml.ts';
import { type AttributeChanges, readAttributes } from './xml/startTag.ts';

/** Final Draft's styles that are marks here. `AllCaps` is layout alone: it is kept, and never changes typed words. */
const styles = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strike: 'Strikeout',
  note: 'HiddenText',
} as const satisfies Partial<Record<MarkType, string>>;

type Style = keyof typeof styles;
const styleTypes = Object.keys(styles) as Style[];
const styleNames: ReadonlySet<string> = new Set(Object.values(styles));

/** What stands on some words: each mark by its type; '' where the mark has no value. */
export type Format = Partial<Record<MarkType, string>>;

/** One `Text` directly in a paragraph. */
export interface TextRun {
  readonly node: XmlNode;
  readonly text: string;
  readonly format: Format;
}

/** The definition that the words tagged with a number belong to; the number itself where nothing says it. */
export type TagOf = (number: string) => string;

/** The runs of a paragraph in order, as they read in an element of `type`. Words of paragraphs inside it are no runs. */
export function readRuns(source: string, paragraph: XmlNode, type: ElementType, tagOf: TagOf): TextRun[] {
  return childrenOf(paragraph, 'Text').map((node) => {
    const format = readFormat(readAttributes(source, node), type, tagOf);
    return { node, text: readCharData(source, node), format };
  });
}

function readFormat(attributes: ReadonlyMap<string, string>, type: ElementType, tagOf: TagOf): Format {
  const format: Format = {};
  const tokens = new Set(stylesOf(attributes.get('Style')));
  for (const style of styleTypes) if (tokens.has(styles[style])) format[style] = '';
  if (isOutline(type)) delete format.note;
  const background = attributes.get('Background');
  if (background !== undefined && !/^#?(?:f{12}|f{6}|)$/i.test(background)) format.highlight = '';
  const revision = Number(attributes.get('RevisionID') || 0);
  if (Number.isInteger(revision) && revision > 0) format.revision = String(revision);
  const tag = firstTag(attributes.get('TagNumber'));
  if (tag !== undefined && tagOf(tag).length <= longestTag) format.tag = tagOf(tag);
  return format;
}

const stylesOf = (style = '') => style.split('+').filter((token) => token !== '');

/** The most letters that the id of a tagged thing may have to be a mark; Final Draft's have 36. */
const longestTag = 100;

/** A run may carry several numbers; the first is read, the others are kept. */
const firstTag = (numbers = '') => numbers.split(/[\s,;]+/).find((number) => number !== '' && number !== '0');

/** The marks of runs in a row, each as long as it can be, ordered by start and then by name. */
export function marksOfRuns(runs: readonly TextRun[]): Mark[] {
  const marks: Mark[] = [];
  const open = new Map<MarkType, Mark>();
  let at = 0;
  const close = (format: Format) => {
    for (const [type, mark] of open) {
      if (format[type] === (mark.value ?? '')) continue;
      marks.push({ ...mark, to: at });
      open.delete(type);
    }
  };
  for (const { text, format } of runs) {
    if (text === '') continue;
    close(format);
    for (const [type, value] of Object.entries(format) as [MarkType, string][])
      if (!open.has(type)) open.set(type, { type, ...(value ? { value } : {}), from: at, to: at });
    at += text.length;
  }
  close({});
  return marks.sort((a, b) => a.from - b.from || (a.type < b.type ? -1 : 1));
}

/** Stretches of an element's words with one format each, in order, from 0 to the end; none for no words. */
export function formatStretches(element: Pick<Element, 'type' | 'text' | 'marks'>): { to: number; format: Format }[] {
  const { text, marks = [] } = element;
  const edges = new Set([text.length]);
  for (const { from, to } of marks) for (const edge of [from, to]) if (edge > 0 && edge < text.length) edges.add(edge);
  const inForce = sweep(marks);
  let from = 0;
  return [...edges]
    .filter((edge) => edge > 0)
    .sort((a, b) => a - b)
    .map((to) => {
      const format = sayableFormat(inForce(from), element.type);
      from = to;
      return { to, format };
    });
}

/** The marks that cover the words at a place, in the order in which they are given; places must ascend. */
function sweep(marks: readonly Mark[]): (at: number) => readonly Mark[] {
  const waiting = marks.map((mark, order) => ({ mark, order })).sort((a, b) => b.mark.from - a.mark.from);
  let active: typeof waiting = [];
  return (at) => {
    while (waiting.length > 0 && waiting.at(-1)!.mark.from <= at) active.push(waiting.pop()!);
    active = active.filter(({ mark }) => mark.to > at).sort((a, b) => a.order - b.order);
    return active.map(({ mark }) => mark);
  };
}

/** Final Draft has one way to keep words off the paper, so boneyards become notes; of two revisions or tags the last counts. */
function sayableFormat(marks: readonly Mark[], type: ElementType): Format {
  const format: Format = {};
  for (const mark of marks) format[mark.type === 'boneyard' ? 'note' : mark.type] = mark.value ?? '';
  if (isOutline(type)) delete format.note;
  if (!/^[1-9]\d*$/.test(format.revision ?? '')) delete format.revision;
  if (!format.tag || format.tag.length > longestTag) delete format.tag;
  return format;
}

export function isSameFormat(a: Format, b: Format): boolean {
  const types = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<MarkType>;
  return [...types].every((type) => a[type] === b[type]);
}

/** The colour that new highlights get: yellow, 16 bits a channel. */
const highlightColour = '#FFFFFFFF0000';

/** What the writer of a run must know beside the run. */
export interface RunSurroundings {
  /** Styles that the element's settings give and that an own `Style` would switch off (`AllCaps`). */
  readonly layoutStyles: readonly string[];
  /** The number to tag words of a definition with. */
  readonly numberOfTag: (definition: string) => string;
}

/** The attributes that turn a run of one format into another; those that do not differ are not named. */
export function formatChanges(
  attributes: ReadonlyMap<string, string>,
  then: Format,
  now: Format,
  { layoutStyles, numberOfTag }: RunSurroundings,
): AttributeChanges {
  const changes: Record<string, string | undefined> = {};
  if (styleTypes.some((style) => then[style] !== now[style])) {
    const isKept = (style: string) => !styleNames.has(style) || (style === 'HiddenText' && then.note === undefined);
    const others = stylesOf(attributes.get('Style')).filter(isKept);
    const layout = attributes.has('Style') ? others : layoutStyles;
    const own = styleTypes.filter((style) => now[style] !== undefined).map((style) => styles[style]);
    const hidden = own.filter((style) => style === 'HiddenText');
    changes.Style = [...new Set([...own.filter((style) => style !== 'HiddenText'), ...layout, ...hidden])].join('+');
  }
  if (then.highlight !== now.highlight)
    changes.Background = now.highlight === undefined ? '#FFFFFFFFFFFF' : highlightColour;
  if (then.revision !== now.revision) changes.RevisionID = now.revision ?? '0';
  if (then.tag !== now.tag) changes.TagNumber = now.tag === undefined ? undefined : numberOfTag(now.tag);
  return changes;
}
