/** The paragraphs of a script with those inside them: dual dialogue and omitted scenes. */
import { type Attrs, type Element, type NewId, noAttrs } from '@tramline/screenplay';
import { readLevel, readSceneNumber, readType, sayableAttrs } from '../elementTypes.ts';
import { marksOfRuns, readRuns, type TagOf } from '../textRun.ts';
import type { XmlNode } from '../xml/readXml.ts';
import { readAttributes } from '../xml/startTag.ts';

/** An element and its `Paragraph`. `card` is the paragraph that stands on the page for it, when its scene is omitted. */
export interface Slot {
  readonly element: Element;
  readonly node: XmlNode;
  readonly card: XmlNode | undefined;
}

/** One child of `Content`, or of what is inside one. A wrapper without words of its own has no slot. */
export interface Block {
  readonly node: XmlNode;
  readonly slot: Slot | undefined;
  readonly inners: readonly Inner[];
}

/** A `DualDialogue` or an `OmittedScene` with its paragraphs. */
export interface Inner {
  readonly kind: 'dual' | 'omitted';
  readonly node: XmlNode;
  readonly blocks: readonly Block[];
}

const innerKinds: Readonly<Record<string, Inner['kind']>> = { DualDialogue: 'dual', OmittedScene: 'omitted' };

interface Surroundings {
  /** The cues of the dual dialogue in order; absent outside one. */
  readonly cues?: readonly XmlNode[];
  /** Whether a scene around is omitted. */
  readonly isOmitted: boolean;
  /** The card of the omitted scene, and the heading that it stands for. */
  readonly card?: XmlNode;
  readonly heading?: XmlNode;
}

/** The blocks under `content`. Elements are named in the order in which they read. */
export function readBlocks(source: string, content: XmlNode | undefined, newId: NewId, tagOf: TagOf): Block[] {
  return content === undefined ? [] : new BlockReader(source, newId, tagOf).readAll(content, { isOmitted: false });
}

/** The slots of blocks in the order of their elements. */
export function slotsOf(blocks: readonly Block[]): Slot[] {
  return blocks.flatMap(slotsOfBlock);
}

export function slotsOfBlock({ slot, inners }: Block): Slot[] {
  return [...(slot ? [slot] : []), ...inners.flatMap((inner) => slotsOf(inner.blocks))];
}

class BlockReader {
  private readonly source: string;
  private readonly newId: NewId;
  private readonly tagOf: TagOf;
  private count = 0;

  constructor(source: string, newId: NewId, tagOf: TagOf) {
    this.source = source;
    this.newId = newId;
    this.tagOf = tagOf;
  }

  readAll(parent: XmlNode, around: Surroundings): Block[] {
    const isBlock = ({ name }: XmlNode) => name === 'Paragraph' || innerKinds[name] !== undefined;
    return parent.children.filter(isBlock).map((node) => this.readBlock(node, around));
  }

  private readBlock(node: XmlNode, around: Surroundings): Block {
    if (node.name !== 'Paragraph') return { node, slot: undefined, inners: [this.readInner(node, undefined, around)] };
    const inside = node.children.filter(({ name }) => innerKinds[name] !== undefined);
    const hasSlot = inside.length === 0 || !this.isWrapper(node, inside);
    const slot = hasSlot ? this.readSlot(node, around, inside) : undefined;
    return {
      node,
      slot,
      inners: inside.map((inner, i) => this.readInner(inner, slot || i > 0 ? undefined : node, around)),
    };
  }

  /** A paragraph without words around a dual dialogue, or the card of a scene that has its own heading, is no element. */
  private isWrapper(node: XmlNode, inside: readonly XmlNode[]): boolean {
    if (this.typeOf(node) === 'heading') return this.headingIn(inside[0]!) !== undefined;
    return readRuns(this.source, node, 'general', this.tagOf).every(({ text }) => text.trim() === '');
  }

  /** The heading that an omitted scene begins with. */
  private headingIn(inner: XmlNode): XmlNode | undefined {
    const first = inner.children.find(({ name }) => name === 'Paragraph');
    const isHeading = inner.name === 'OmittedScene' && first !== undefined && this.typeOf(first) === 'heading';
    return isHeading ? first : undefined;
  }

  private typeOf(node: XmlNode): string {
    const attributes = readAttributes(this.source, node);
    return readType(attributes.get('Type'), attributes.get('Alignment'));
  }

  private readInner(node: XmlNode, card: XmlNode | undefined, around: Surroundings): Inner {
    const kind = innerKinds[node.name]!;
    if (kind === 'omitted') {
      const heading = card && this.headingIn(node);
      return { kind, node, blocks: this.readAll(node, { isOmitted: true, ...(heading ? { card, heading } : {}) }) };
    }
    const cues = node.children.filter((child) => child.name === 'Paragraph' && this.typeOf(child) === 'character');
    return { kind, node, blocks: this.readAll(node, { isOmitted: around.isOmitted, cues }) };
  }

  private readSlot(node: XmlNode, around: Surroundings, inside: readonly XmlNode[]): Slot {
    const attributes = readAttributes(this.source, node);
    const type = readType(attributes.get('Type'), attributes.get('Alignment'));
    const runs = readRuns(this.source, node, type, this.tagOf);
    const marks = marksOfRuns(runs);
    const card = around.heading === node ? around.card : undefined;
    const isOmitted = around.isOmitted || inside.some(({ name }) => name === 'OmittedScene');
    const attrs = this.readAttrs(node, card, isOmitted);
    const dual = dualOf(node, around.cues);
    const sayable = sayableAttrs(type, dual ? { ...attrs, dual } : attrs);
    const element: Element = {
      id: this.newId(this.count++),
      type,
      text: runs.map((run) => run.text).join(''),
      ...(marks.length > 0 ? { marks } : {}),
      attrs: Object.keys(sayable).length > 0 ? sayable : noAttrs,
    };
    return { element, node, card };
  }

  private readAttrs(node: XmlNode, card: XmlNode | undefined, isOmitted: boolean): Attrs {
    const own = readAttributes(this.source, node);
    const outer = card && readAttributes(this.source, card);
    const flags = (own.get('Flags') ?? '').split(/[\s,+]+/);
    const starts = own.get('StartsNewPage') === 'Yes' || outer?.get('StartsNewPage') === 'Yes';
    const number = readSceneNumber(outer?.get('Number'), own.get('Number'));
    return {
      ...(number ? { number } : {}),
      level: readLevel(own.get('Type') ?? ''),
      ...(starts ? { startsNewPage: true } : {}),
      ...(isOmitted || flags.includes('Omitted') ? { omitted: true } : {}),
      ...(flags.includes('Ignore') ? { boneyard: true } : {}),
    };
  }
}

/** The first two cues of a dual dialogue are its sides; one cue alone is no dual. */
function dualOf(node: XmlNode, cues: readonly XmlNode[] | undefined): 'left' | 'right' | undefined {
  if (cues === undefined || cues.length < 2) return undefined;
  return cues[0] === node ? 'left' : cues[1] === node ? 'right' : undefined;
}
