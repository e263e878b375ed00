/** Final Draft's FDX to elements, losslessly: every element remembers its `Paragraph`. Rules: SPEC.md FX. */
import { maxFileBytes, type NewId, type Span } from '@tramline/screenplay';
import type { FdxDocument } from './fdxDocument.ts';
import { readBlocks, slotsOf } from './read/readBlocks.ts';
import { readTitlePage, titleOf } from './read/readTitlePage.ts';
import { readTagDefinitions, readViews } from './read/readViews.ts';
import { type DecodedXml, decodeXml, type XmlEncoding } from './xml/decodeXml.ts';
import { childOf, readXml, type XmlCode, type XmlPlace } from './xml/readXml.ts';

/** Why a file is not read. `at` says where in the text, when it was text. */
export interface FdxRefusal {
  readonly ok: false;
  readonly code: XmlCode | 'badEncoding';
  readonly at?: XmlPlace;
}

export type ReadFdx = { readonly ok: true; readonly document: FdxDocument } | FdxRefusal;

/**
 * Reads a file. Nothing outside it is ever opened. The same file and the same `newId` give the same elements. Errors:
 * `tooLarge` (over 20 MB, or over a million XML elements), `tooDeep`, `badEncoding` (neither UTF-8 nor UTF-16 with a byte
 * order mark), `entities` (a document type with entities or external parts, or an entity beyond XML's five), `notXml`,
 * `notFdx` (XML of another kind).
 */
export function readFdx(file: Uint8Array | string, { newId }: { readonly newId: NewId }): ReadFdx {
  const decoded = typeof file === 'string' ? takeText(file) : decodeXml(file);
  return decoded.ok ? readText(decoded.text, decoded.encoding, newId) : decoded;
}

/** Reads the text of a file of any size; what `writeFdx` makes is read so. */
export function readText(source: string, encoding: XmlEncoding, newId: NewId): ReadFdx {
  const xml = readXml(source, 'FinalDraft');
  if (!xml.ok) return xml;
  const { root } = xml;
  const tagDefinitions = readTagDefinitions(source, root);
  const tagOf = (number: string) => tagDefinitions.get(number) ?? number;
  const blocks = readBlocks(source, childOf(root, 'Content'), newId, tagOf);
  const slots = slotsOf(blocks);
  const titleParagraphs = readTitlePage(source, root);
  const spans: Span[] = slots.map(({ element, node }) => ({ from: node.from, to: node.to, element }));
  const document: FdxDocument = {
    elements: slots.map(({ element }) => element),
    title: titleOf(titleParagraphs),
    source,
    spans,
    encoding,
    ...readViews(source, root, blocks),
    layout: { root, blocks, titleParagraphs, tagDefinitions },
  };
  return { ok: true, document };
}

function takeText(text: string): DecodedXml {
  if (text.length > maxFileBytes) return { ok: false, code: 'tooLarge' };
  return { ok: true, text, encoding: 'utf-8' };
}
