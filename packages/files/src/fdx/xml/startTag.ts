/** Attributes of a start tag, in and out, leaving the bytes of all others alone. */
import { escapeXml, unescapeXml } from './charData.ts';
import type { XmlNode } from './readXml.ts';

const attribute = /\s([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of an element by name, entities resolved. */
export function readAttributes(source: string, node: XmlNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name, double, single] of source.slice(node.from, node.openTo).matchAll(attribute))
    found.set(name!, readValue((double ?? single)!));
  return found;
}

/** White space in an attribute reads as spaces, unless it is written as a character number. */
const readValue = (raw: string) => unescapeXml(raw.replace(/\r\n|[\r\n\t]/g, ' '));

/** Attributes to set, in this order; `undefined` takes one away. */
export type AttributeChanges = Readonly<Record<string, string | undefined>>;

/**
 * A start tag with changed attributes: those that are there keep their place and their quotes, new ones follow the last.
 * The same string when nothing differs.
 */
export function changeStartTag(tag: string, changes: AttributeChanges): string {
  return Object.entries(changes).reduce((out, [name, value]) => changeAttribute(out, name, value), tag);
}

function changeAttribute(tag: string, name: string, value: string | undefined): string {
  const found = [...tag.matchAll(attribute)].find((match) => match[1] === name);
  if (found === undefined) return value === undefined ? tag : addAttribute(tag, name, value);
  const [whole, , double, single] = found;
  const from = found.index;
  if (value === undefined) return tag.slice(0, from) + tag.slice(from + whole.length);
  const old = (double ?? single)!;
  if (readValue(old) === value) return tag;
  const at = from + whole.length - 1 - old.length;
  return tag.slice(0, at) + escapeAttribute(value) + tag.slice(at + old.length);
}

function addAttribute(tag: string, name: string, value: string): string {
  const inside = insideOf(tag);
  return `${inside} ${name}="${escapeAttribute(value)}"${tag.slice(inside.length)}`;
}

/** A start tag without its end and the white space before that. */
const insideOf = (tag: string) => tag.slice(0, tag.endsWith('/>') ? -2 : -1).trimEnd();

/** A start tag that leaves room for what follows. */
export const openTag = (tag: string) => (tag.endsWith('/>') ? `${insideOf(tag)}>` : tag);

/** An attribute's value without what either kind of quotes, or a reader's white space rules, would change. */
export function escapeAttribute(value: string): string {
  return escapeXml(value)
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;');
}
