/** The script's elements as the children of `Content`: untouched ones copied, groups made of dual speech and omitted scenes. */
import { isSameElement, isSpoken } from '@tramline/screenplay';
import { type Block, type Inner, type Slot, slotsOfBlock } from '../read/readBlocks.ts';
import { applyEdits } from '../xml/charData.ts';
import { changeStartTag, readAttributes } from '../xml/startTag.ts';
import type { BlockGaps } from './blockGaps.ts';
import { cardEdits, changedParagraph, newParagraph, paragraphEdits, type WriteContext } from './changeParagraph.ts';
import { closePair, endOfPair, isLeftCue } from './dualPairs.ts';
import { beginsScene, type Item, isSameRole, readOwners, readPlaces, type SlotPlace } from './slotPlaces.ts';

/** What is around the paragraphs being written. */
type Around = 'content' | Inner['kind'];

export class BlockWriter {
  private readonly context: WriteContext;
  private readonly items: readonly Item[];
  private readonly gaps: BlockGaps;
  private readonly owners: ReadonlyMap<Slot, readonly Block[]>;
  private readonly used = new Set<Block>();
  /** Gaps that stand in what is written. */
  private readonly told = new Set<string>();
  private readonly places: ReadonlyMap<Slot, SlotPlace>;
  private readonly slots = new Map<Block, readonly Slot[]>();

  constructor(context: WriteContext, items: readonly Item[], blocks: readonly Block[], gaps: BlockGaps) {
    this.context = context;
    this.items = items;
    this.gaps = gaps;
    this.owners = readOwners(blocks);
    this.places = readPlaces([...this.owners.keys()]);
  }

  /** All items, each with what stands before it; at the end other parts from around wrappers that are gone. */
  write(): string {
    const out = this.writeRange(0, this.items.length, 'content', 0);
    const left = [...this.gaps.before.values()].filter((gap) => gap.trim() !== '' && !this.told.has(gap));
    return out + left.map((gap) => gap.trimEnd()).join('');
  }

  private writeRange(from: number, to: number, around: Around, depth: number): string {
    let out = '';
    for (let at = from; at < to; ) {
      const [text, next] = this.writeNext(at, to, around, depth);
      out += text;
      at = next;
    }
    return out;
  }

  private writeNext(at: number, to: number, around: Around, depth: number): readonly [string, number] {
    const { slot } = this.items[at]!;
    const whole = this.ownersOf(slot).find((block) => block.inners.length > 0 && this.isWhole(block, at, to));
    if (whole) return [this.gapOf(whole, depth) + this.copyWhole(whole, at, around), at + this.slotsOf(whole).length];
    if (around !== 'omitted' && this.isOmission(this.items[at]!)) return this.writeOmitted(at, to, depth);
    if (around !== 'dual' && isLeftCue(this.items, at)) {
      const end = endOfPair(this.items, at, to);
      if (end !== undefined) return [this.writeDual(at, end, depth), end];
    }
    return [this.writePlain(at, around, depth), at + 1];
  }

  /** The blocks that hold a slot, the outermost first. */
  private ownersOf(slot: Slot | undefined): readonly Block[] {
    return (slot && this.owners.get(slot)) ?? [];
  }

  /** Whether a block's elements stand here as they stood in it, in the same roles, and nothing new follows that would belong in it. */
  private isWhole(block: Block, at: number, to: number): boolean {
    const slots = this.slotsOf(block);
    const end = at + slots.length;
    const isSame =
      end <= to && !this.used.has(block) && slots.every((slot, i) => isSameRole(slot, this.items[at + i]!));
    return isSame && (end === to || !this.wouldJoin(block, this.items[end]!));
  }

  /** Whether an item behind a block would be read into its scene or its last speech, and was not behind it before. */
  private wouldJoin(block: Block, { element, slot }: Item): boolean {
    const isOmitted = block.inners.some(({ kind }) => kind === 'omitted');
    const joins = isOmitted ? !beginsScene.has(element.type) : isSpoken(element);
    return joins && !this.isBehind(block, slot);
  }

  /** Whether a slot stood behind a block in the file, and no new scene between them. */
  private isBehind(block: Block, slot: Slot | undefined): boolean {
    const last = this.places.get(this.slotsOf(block).at(-1)!)!;
    const place = slot && this.places.get(slot);
    return place !== undefined && place.index > last.index && place.scene === last.scene;
  }

  private slotsOf(block: Block): readonly Slot[] {
    const slots = this.slots.get(block) ?? slotsOfBlock(block);
    this.slots.set(block, slots);
    return slots;
  }

  private copyWhole(block: Block, at: number, around: Around): string {
    this.used.add(block);
    const { source } = this.context;
    const isWrapped = around === 'omitted' || block.inners.some(({ kind }) => kind === 'omitted');
    const edits = this.slotsOf(block).flatMap((slot, i) => {
      const { element } = this.items[at + i]!;
      if (isSameElement(slot.element, element)) return [];
      const card = slot.card ? cardEdits(this.context, slot.card, element, slot) : [];
      return [...paragraphEdits(this.context, slot, element, isWrapped), ...card];
    });
    return applyEdits(source, block.node.from, block.node.to, edits);
  }

  private writePlain(at: number, around: Around, depth: number): string {
    const { element, slot } = this.items[at]!;
    const block = this.ownersOf(slot).at(-1);
    if (slot === undefined || block === undefined)
      return this.context.style.gap(depth) + newParagraph(this.context, element, depth);
    const isOut = slot.card !== undefined && around !== 'omitted';
    const isCopied = isSameElement(slot.element, element) && block.inners.length === 0 && !isOut;
    const text = isCopied
      ? this.context.source.slice(slot.node.from, slot.node.to)
      : changedParagraph(
          this.context,
          slot,
          element,
          block.inners.map(({ node }) => node),
          around === 'omitted',
        );
    return this.gapOf(block, depth) + text;
  }

  private gapOf(block: Block, depth: number): string {
    const gap = this.gaps.before.get(block);
    if (gap !== undefined) this.told.add(gap);
    return gap ?? this.context.style.gap(depth);
  }

  /** An omitted heading whose own paragraph does not say so needs a card around it. */
  private isOmission({ element, slot }: Item): boolean {
    if (element.type !== 'heading' || !element.attrs.omitted) return false;
    const flags = slot && readAttributes(this.context.source, slot.node).get('Flags');
    return !/\bOmitted\b/.test(flags ?? '');
  }

  private writeOmitted(at: number, to: number, depth: number): readonly [string, number] {
    const { element, slot } = this.items[at]!;
    const block = this.ownersOf(slot).findLast((owner) => owner.inners.some(({ kind }) => kind === 'omitted'));
    const end = this.endOfScene(at, to, block);
    if (block && this.maySpare(block, at, end)) {
      this.used.add(block);
      const isOwn = slot !== undefined && block.slot === slot;
      const inside = this.writeRange(isOwn ? at + 1 : at, end, 'omitted', depth + 2);
      const edits = isOwn
        ? paragraphEdits(this.context, slot, element, true)
        : cardEdits(this.context, block.node, element, slot);
      return [this.gapOf(block, depth) + this.wrap(block, inside, edits), end];
    }
    const inside = this.writeRange(at, end, 'omitted', depth + 2);
    const { number, startsNewPage } = element.attrs;
    const said = { ...(number ? { Number: number } : {}), ...(startsNewPage ? { StartsNewPage: 'Yes' } : {}) };
    const card = changeStartTag('<Paragraph>', { ...said, Type: 'Scene Heading' });
    const { gap } = this.context.style;
    const body = `${gap(depth + 1)}<Text>OMITTED</Text>${gap(depth + 1)}<OmittedScene>${inside}${gap(depth + 1)}</OmittedScene>`;
    return [`${gap(depth)}${card}${body}${gap(depth)}</Paragraph>`, end];
  }

  /** Whether the card of an omitted scene can stand around other paragraphs. One that is the heading itself may not be before a heading. */
  private maySpare(block: Block, at: number, end: number): boolean {
    const { element } = this.items[at]!;
    const isOwn = block.slot?.element.id === element.id;
    const next = this.items[at + 1]?.element.type;
    if (isOwn && at + 1 < end && next === 'heading') return false;
    return (
      (isOwn || block.slot === undefined) &&
      !this.used.has(block) &&
      block.inners.length === 1 &&
      block.node.name === 'Paragraph'
    );
  }

  /** A scene ends before the next heading, act or section; one that was omitted before, also where its card ended. */
  private endOfScene(at: number, to: number, block: Block | undefined): number {
    const isInside = ({ slot }: Item) => block !== undefined && this.ownersOf(slot).includes(block);
    const goesOn = (item: Item) =>
      !beginsScene.has(item.element.type) ||
      (isInside(item) && (item.element.type !== 'heading' || item.element.attrs.omitted));
    let last = at + 1;
    while (last < to && goesOn(this.items[last]!)) last++;
    let end = last;
    while (block && end > at + 1 && this.isBehind(block, this.items[end - 1]!.slot)) end--;
    return closePair(this.items, at + 1, end, last);
  }

  private writeDual(at: number, end: number, depth: number): string {
    const owners = this.items.slice(at, end).flatMap(({ slot }) => this.ownersOf(slot));
    const mayServe = ({ inners, slot }: Block) =>
      inners.length === 1 && inners[0]!.kind === 'dual' && slot === undefined;
    const block = owners.find((owner) => mayServe(owner) && !this.used.has(owner));
    if (block) {
      this.used.add(block);
      return this.gapOf(block, depth) + this.wrap(block, this.writeRange(at, end, 'dual', depth + 2), []);
    }
    const { gap } = this.context.style;
    const inside = this.writeRange(at, end, 'dual', depth + 2);
    const dual = `${gap(depth + 1)}<DualDialogue>${inside}${gap(depth + 1)}</DualDialogue>`;
    return `${gap(depth)}<Paragraph>${dual}${gap(depth)}</Paragraph>`;
  }

  /** A wrapper of the source around other children. */
  private wrap({ node, inners }: Block, inside: string, edits: Parameters<typeof applyEdits>[3]): string {
    const { source } = this.context;
    const inner = inners[0]!.node;
    const isBefore = (edit: { from: number }) => edit.from < inner.from;
    const head = applyEdits(source, node.from, inner.openTo, edits.filter(isBefore));
    const tail = applyEdits(
      source,
      inner.closeFrom,
      node.to,
      edits.filter((edit) => !isBefore(edit)),
    );
    return head + inside + (this.gaps.after.get(inner) ?? '') + tail;
  }
}
