/** One `Paragraph` for one element: a new one, or the one it came from with nothing changed but what must be. */
import type { Attrs, Element } from '@tramline/screenplay';
import { outlineLevel, readLevel, readSceneNumber, readType, writeType } from '../elementTypes.ts';
import type { Slot } from '../read/readBlocks.ts';
import { formatChanges, formatStretches, readRuns, type TagOf } from '../textRun.ts';
import { applyEdits, type SourceEdit, writeCharData } from '../xml/charData.ts';
import { isSelfClosing, type XmlNode } from '../xml/readXml.ts';
import { type AttributeChanges, changeStartTag, openTag, readAttributes } from '../xml/startTag.ts';
import { changeRuns, type RunStyle } from './changeRuns.ts';
import type { FileStyle } from './fileStyle.ts';

/** What writing needs to know of the file. */
export interface WriteContext {
  readonly source: string;
  readonly style: FileStyle;
  readonly tagOf: TagOf;
  readonly numberOfTag: (definition: string) => string;
  /** The layout-only styles that the file gives to paragraphs of a type. */
  readonly layoutStyles: (type: string) => readonly string[];
}

/** A paragraph for an element that the file does not have. An omitted heading is so by what is around it. */
export function newParagraph(context: WriteContext, element: Element, depth: number): string {
  const flags = element.attrs.boneyard ? { Flags: 'Ignore' } : {};
  const attributes = {
    ...(element.type === 'centered' ? { Alignment: 'Center' } : {}),
    ...(element.type === 'note' ? flags : {}),
    ...(element.type === 'heading' && element.attrs.number ? { Number: element.attrs.number } : {}),
    ...(element.attrs.startsNewPage ? { StartsNewPage: 'Yes' } : {}),
    Type: writeType(element),
  };
  const tag = changeStartTag('<Paragraph>', attributes);
  if (element.text === '') return tag.replace(/>$/, '/>');
  const [before, after] = context.style.aroundText(depth);
  return `${tag}${newRuns(context, element, before)}${after}</Paragraph>`;
}

function newRuns(context: WriteContext, element: Element, gap: string): string {
  const surroundings = runStyle(context, element);
  let from = 0;
  return formatStretches(element)
    .map(({ to, format }) => {
      const words = element.text.slice(from, to);
      from = to;
      const tag = changeStartTag('<Text>', formatChanges(new Map(), {}, format, surroundings));
      return `${gap}${tag}${writeCharData(words, context.style.newline)}</Text>`;
    })
    .join('');
}

function runStyle(context: WriteContext, element: Element): RunStyle {
  const layoutStyles = context.layoutStyles(writeType(element));
  return { newline: context.style.newline, numberOfTag: context.numberOfTag, layoutStyles };
}

/**
 * The paragraph of a slot with the words and attributes of `element`, without the `inners` that now stand elsewhere. Out of
 * its card (`isWrapped` false) it takes along the properties and notes that the card held for it.
 */
export function changedParagraph(
  context: WriteContext,
  slot: Slot,
  element: Element,
  inners: readonly XmlNode[],
  isWrapped: boolean,
): string {
  const { node, card } = slot;
  const removals = inners.map(({ from, to }) => ({ from, to, text: '' }));
  const taken = card && !isWrapped && !isSelfClosing(node) ? partsOfCard(context, card, node) : '';
  const parts = taken === '' ? [] : [{ from: node.openTo, to: node.openTo, text: taken }];
  const edits = [...parts, ...paragraphEdits(context, slot, element, isWrapped), ...removals];
  return applyEdits(context.source, node.from, node.to, edits);
}

function partsOfCard({ source, style }: WriteContext, card: XmlNode, node: XmlNode): string {
  const hasProperties = node.children.some(({ name }) => name === 'SceneProperties');
  const names = hasProperties ? ['ScriptNote'] : ['SceneProperties', 'ScriptNote'];
  const parts = card.children.filter(({ name }) => names.includes(name));
  return parts.map(({ from, to }) => style.aroundText(0)[0] + source.slice(from, to)).join('');
}

/**
 * The edits inside a slot's paragraph that make it say what `element` says. `isWrapped`: an `OmittedScene` around it, or in
 * it, tells that it is omitted.
 */
export function paragraphEdits(context: WriteContext, slot: Slot, element: Element, isWrapped: boolean): SourceEdit[] {
  const { source } = context;
  const { node } = slot;
  const tag = source.slice(node.from, node.openTo);
  const changed = changeStartTag(tag, attributeChanges(context, slot, element, isWrapped));
  const words = wordEdits(context, node, element);
  if (isSelfClosing(node) && words.text !== '') {
    const whole = `${openTag(changed)}${words.text}${context.style.aroundText(0)[1]}</Paragraph>`;
    return [{ from: node.from, to: node.to, text: whole }];
  }
  const start = changed === tag ? [] : [{ from: node.from, to: node.openTo, text: changed }];
  return [...start, ...words.edits];
}

/** Edits of the runs; in a paragraph without runs, new ones after what must stand before words. */
function wordEdits(context: WriteContext, node: XmlNode, element: Element): { edits: SourceEdit[]; text: string } {
  const runs = readRuns(context.source, node, element.type, context.tagOf);
  if (runs.length > 0) {
    const wanted = { text: element.text, stretches: formatStretches(element) };
    return { edits: changeRuns(context.source, runs, wanted, runStyle(context, element)), text: '' };
  }
  if (element.text === '') return { edits: [], text: '' };
  const text = newRuns(context, element, context.style.aroundText(0)[0]);
  const before = node.children.findLast(({ name }) => name === 'SceneProperties' || name === 'ScriptNote');
  const at = before?.to ?? node.openTo;
  return { edits: [{ from: at, to: at, text }], text };
}

function attributeChanges(
  { source }: WriteContext,
  slot: Slot,
  element: Element,
  isWrapped: boolean,
): AttributeChanges {
  const attributes = readAttributes(source, slot.node);
  return {
    ...typeChanges(attributes, element),
    ...(element.type === 'heading' || slot.element.type === 'heading'
      ? numberChanges(attributes, slot, element, isWrapped)
      : {}),
    ...flagChanges(attributes, element, isWrapped),
    ...pageChanges(attributes, slot, element.attrs, isWrapped),
  };
}

type Attributes = ReadonlyMap<string, string>;

/** The type stays as it is written where it reads as the element's own. */
function typeChanges(attributes: Attributes, element: Element): AttributeChanges {
  const name = attributes.get('Type');
  const alignment = attributes.get('Alignment');
  const isSameLevel = element.type !== 'section' || readLevel(name ?? '') === outlineLevel(element.attrs);
  if (readType(name, alignment) === element.type && isSameLevel) return {};
  const Type = writeType(element);
  if (element.type === 'centered')
    return readType(name, 'Center') === 'centered' ? { Alignment: 'Center' } : { Alignment: 'Center', Type };
  const kept = readType(name, undefined) === element.type && isSameLevel ? name : Type;
  const isUncentered = alignment === 'Center' && readType(kept, alignment) !== element.type;
  return { Type: kept, ...(isUncentered ? { Alignment: undefined } : {}) };
}

/** The number of an omitted scene stands on its card (`cardEdits`), as long as it is omitted. */
function numberChanges(
  attributes: Attributes,
  { card }: Slot,
  { type, attrs }: Element,
  isWrapped: boolean,
): AttributeChanges {
  const number = type === 'heading' ? attrs.number || undefined : undefined;
  if (card !== undefined && isWrapped) return {};
  return readSceneNumber(attributes.get('Number')) === number ? {} : { Number: number };
}

function flagChanges(attributes: Attributes, { type, attrs }: Element, isWrapped: boolean): AttributeChanges {
  const flags = (attributes.get('Flags') ?? '').split(/[\s,+]+/).filter((flag) => flag !== '');
  const wanted = {
    Omitted: type === 'heading' && attrs.omitted === true && (!isWrapped || flags.includes('Omitted')),
    Ignore: type === 'note' ? attrs.boneyard === true : flags.includes('Ignore'),
  };
  const names = ['Omitted', 'Ignore'] as const;
  if (names.every((name) => flags.includes(name) === wanted[name])) return {};
  const others = flags.filter((flag) => flag !== 'Omitted' && flag !== 'Ignore');
  const all = [...others, ...names.filter((name) => wanted[name])];
  return { Flags: all.length > 0 ? all.join(',') : undefined };
}

/** A card may say it for its scene. */
function pageChanges(
  attributes: Attributes,
  { card, element }: Slot,
  now: Attrs,
  isWrapped: boolean,
): AttributeChanges {
  const starts = now.startsNewPage === true;
  if ((attributes.get('StartsNewPage') === 'Yes') === starts) return {};
  if (starts && isWrapped && card !== undefined && element.attrs.startsNewPage) return {};
  return { StartsNewPage: starts ? 'Yes' : 'No' };
}

/** The edits in the start tag of the card of an omitted scene whose heading is `element`, of `slot` if it is known. */
export function cardEdits(
  { source }: WriteContext,
  card: XmlNode,
  element: Element,
  slot: Slot | undefined,
): SourceEdit[] {
  const tag = source.slice(card.from, card.openTo);
  const attributes = readAttributes(source, card);
  const number = element.attrs.number || undefined;
  const starts = element.attrs.startsNewPage === true;
  const hasOtherCard = slot?.card !== undefined && slot.card !== card;
  const isWrong = attributes.get('StartsNewPage') === 'Yes' ? !starts : starts && hasOtherCard;
  const changes = {
    ...(readSceneNumber(attributes.get('Number')) === number ? {} : { Number: number }),
    ...(isWrong ? { StartsNewPage: starts ? 'Yes' : 'No' } : {}),
  };
  const text = changeStartTag(tag, changes);
  return text === tag ? [] : [{ from: card.from, to: card.openTo, text }];
}
