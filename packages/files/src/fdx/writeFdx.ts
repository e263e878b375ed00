/** Elements to FDX: what came in and was not edited goes out byte for byte. Rules: SPEC.md FX. */
import { type Element, idsFrom, isSameElement, type TitleEntry } from '@tramline/screenplay';
import type { FdxDocument } from './fdxDocument.ts';
import { slotsOf } from './read/readBlocks.ts';
import { readText } from './readFdx.ts';
import { readGaps } from './write/blockGaps.ts';
import type { WriteContext } from './write/changeParagraph.ts';
import { type FileStyle, readFileStyle } from './write/fileStyle.ts';
import { hasPlaces, placeEdits } from './write/movePlaces.ts';
import { newDocument } from './write/newDocument.ts';
import { revisionEdits } from './write/revisionSets.ts';
import type { Item } from './write/slotPlaces.ts';
import { TagBook } from './write/tagBook.ts';
import { BlockWriter } from './write/writeBlocks.ts';
import { isSameTitle, titleEdits } from './write/writeTitlePage.ts';
import { applyEdits, type SourceEdit } from './xml/charData.ts';
import { childOf, isSelfClosing } from './xml/readXml.ts';
import { openTag } from './xml/startTag.ts';

/**
 * The text of a Final Draft file. Without `origin`, a complete document of version 5. With `origin`, the reading of the file
 * that the script came from (`readFdx` with the ids of its import): an unedited script is its source as it is, and an edit
 * changes the paragraphs of the edited elements alone, in them the runs and attributes that must change. Nothing is compared by
 * identity. The text begins with the byte order mark that the source had; `encodeXml` with `origin.encoding` makes its
 * bytes. What FDX cannot say loses its form, never its words (SPEC.md FX).
 */
export function writeFdx(elements: readonly Element[], title: readonly TitleEntry[], origin?: FdxDocument): string {
  const base = origin ? openRoot(origin) : readNewDocument(elements);
  const sayable = foldPageBreaks(elements);
  const tags = new TagBook(base);
  const style = readFileStyle(base);
  const content = contentEdits(base, sayable, contextOf(base, style, tags));
  const others = [
    ...(isSameTitle(base, title) ? [] : titleEdits(base, title, style)),
    ...tags.edits(sayable),
    ...revisionEdits(base, sayable),
  ];
  if (content.length + others.length === 0) return (origin ?? base).source;
  const text = applyEdits(base.source, 0, base.source.length, [...content, ...others]);
  return content.length > 0 && hasPlaces(base) ? movePlaces(base, text, sayable) : text;
}

function movePlaces(base: FdxDocument, text: string, elements: readonly Element[]): string {
  const now = readText(text, base.encoding, idsFrom('new.'));
  return now.ok ? applyEdits(text, 0, text.length, placeEdits(base, now.document, elements)) : text;
}

function readNewDocument(elements: readonly Element[]): FdxDocument {
  return readAgain(newDocument(elements));
}

/** A root written as one tag has no room for parts. */
function openRoot(origin: FdxDocument): FdxDocument {
  const { source, layout } = origin;
  if (!isSelfClosing(layout.root)) return origin;
  const { from, to } = layout.root;
  return readAgain(`${source.slice(0, from)}${openTag(source.slice(from, to))}</FinalDraft>${source.slice(to)}`);
}

function readAgain(text: string): FdxDocument {
  const read = readText(text, 'utf-8', idsFrom('new.'));
  if (!read.ok) throw new RangeError(`a document of our own that is not read: ${read.code}`);
  return read.document;
}

/** FDX has no page breaks: the element after one starts a page. */
function foldPageBreaks(elements: readonly Element[]): Element[] {
  return elements.flatMap((element, i) => {
    if (element.type === 'pageBreak') return [];
    const starts = elements[i - 1]?.type === 'pageBreak' && !element.attrs.startsNewPage;
    return [starts ? { ...element, attrs: { ...element.attrs, startsNewPage: true } } : element];
  });
}

function contextOf({ source, elementSettings, layout }: FdxDocument, style: FileStyle, tags: TagBook): WriteContext {
  const styles = new Map(
    elementSettings.map((setting) => [setting.type, setting.styles.filter((name) => name === 'AllCaps')]),
  );
  return {
    source,
    style,
    tagOf: (number) => layout.tagDefinitions.get(number) ?? number,
    numberOfTag: (definition) => tags.numberOf(definition),
    layoutStyles: (type) => styles.get(type) ?? [],
  };
}

function contentEdits(
  { source, layout }: FdxDocument,
  elements: readonly Element[],
  context: WriteContext,
): SourceEdit[] {
  const slots = slotsOf(layout.blocks);
  const byId = new Map(slots.map((slot) => [slot.element.id, slot]));
  const items = elements.map((element): Item => {
    const slot = byId.get(element.id);
    byId.delete(element.id);
    return { element, slot };
  });
  const isSame =
    slots.length === items.length &&
    items.every(({ element, slot }, i) => slot === slots[i] && isSameElement(slot!.element, element));
  if (isSame) return [];
  const content = childOf(layout.root, 'Content');
  const kept = new Set(items.map(({ element }) => element.id));
  const gaps = readGaps(source, content, layout.blocks, (id) => kept.has(id));
  const inside = new BlockWriter(context, items, layout.blocks, gaps).write();
  const { newline, gap } = context.style;
  if (content === undefined) {
    const at = layout.root.openTo;
    return [{ from: at, to: at, text: `${newline}<Content>${inside}${gap(0)}</Content>` }];
  }
  if (!isSelfClosing(content))
    return [{ from: content.openTo, to: content.closeFrom, text: inside + gaps.after.get(content)! }];
  const whole = `${openTag(source.slice(content.from, content.to))}${inside}${newline}</Content>`;
  return [{ from: content.from, to: content.to, text: whole }];
}
