/** What hangs on headings and speeches: scene properties, summaries, alternates. */
import type { Alternates, SceneProperties } from '../fdxDocument.ts';
import { readCharData } from '../xml/charData.ts';
import { childOf, childrenOf, type XmlNode } from '../xml/readXml.ts';
import type { Slot } from './readBlocks.ts';
import { readColour, reader, readNumber } from './reader.ts';

/** The words of all paragraphs in an element, in lines. */
export function readParagraphs(source: string, node: XmlNode | undefined): string {
  return childrenOf(node, 'Paragraph')
    .map((paragraph) => readWords(source, paragraph))
    .join('\n');
}

/** The words of one paragraph's own runs. */
export function readWords(source: string, paragraph: XmlNode): string {
  return childrenOf(paragraph, 'Text')
    .map((text) => readCharData(source, text))
    .join('');
}

/** The scene properties of every heading that has them or is omitted behind a card, in order. */
export function readSceneProperties(source: string, slots: readonly Slot[]): SceneProperties[] {
  return slots.flatMap(({ element, node, card }) => {
    const properties = childOf(node, 'SceneProperties') ?? childOf(card, 'SceneProperties');
    if (element.type !== 'heading' || (properties === undefined && card === undefined)) return [];
    const read = reader(source, properties);
    return {
      elementId: element.id,
      length: read('Length'),
      page: read('Page'),
      title: read('Title'),
      colour: readColour(read('Color')),
      summary: readParagraphs(source, childOf(properties, 'Summary')),
      omittedText: card ? readWords(source, card) : '',
    };
  });
}

/** The other wordings of every element that has some: `Alts/AltId` names them, `AltCollection/Alt` says them. */
export function readAlternates(source: string, root: XmlNode, slots: readonly Slot[]): Alternates[] {
  const alts = childrenOf(childOf(root, 'AltCollection'), 'Alt');
  const texts = new Map(alts.map((alt) => [reader(source, alt)('Id'), readParagraphs(source, alt)]));
  return slots.flatMap(({ element, node }) => {
    const list = childOf(node, 'Alts');
    if (list === undefined) return [];
    const ids = childrenOf(list, 'AltId').map((id) => readCharData(source, id).trim());
    const known = ids.flatMap((id) => texts.get(id) ?? []);
    return { elementId: element.id, current: readNumber(reader(source, list)('Current')) ?? 0, texts: known };
  });
}
