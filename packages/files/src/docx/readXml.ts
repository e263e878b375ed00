/** XML parts as events with local names. `saxes` checks that they are well-formed; no entity of the file's own is resolved. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** What a reader hears. Names have no namespace prefix. `attribute` gives a value by its local name. */
export interface XmlListener {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(words: string): void;
}

/** Elements inside each other, at most; Word itself writes some twenty. */
const maxDepth = 400;

/** Thrown by a listener that has seen enough. */
export class TooMuch extends Error {}

/**
 * Reads a part. `undefined` when all was read; else why not: `file.broken` for XML that is not well-formed or in no
 * known encoding, `file.tooBigInside` for nesting without end or where the listener threw `TooMuch`.
 */
export function readXml(part: Uint8Array, listener: XmlListener): 'file.broken' | 'file.tooBigInside' | undefined {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (++depth > maxDepth) throw new TooMuch();
    listener.open(localName(tag.name), (name) => attributeOf(tag, name));
  });
  parser.on('closetag', (tag) => {
    depth--;
    listener.close(localName(tag.name));
  });
  parser.on('text', (words) => listener.text(words));
  parser.on('cdata', (words) => listener.text(words));
  try {
    parser.write(decodeXml(part)).close();
    return undefined;
  } catch (error) {
    return error instanceof TooMuch ? 'file.tooBigInside' : 'file.broken';
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function attributeOf({ attributes }: SaxesTagPlain, name: string): string | undefined {
  const direct = attributes[`w:${name}`] ?? attributes[name];
  if (direct !== undefined) return direct;
  const key = Object.keys(attributes).find((k) => localName(k) === name);
  return key === undefined ? undefined : attributes[key];
}

/** Throws TypeError for bytes in another encoding. */
function decodeXml(part: Uint8Array): string {
  const encoding =
    part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(part);
}
