/** XML text to a tree of places in that text. `saxes` checks that it is well-formed; nothing is resolved or fetched. */
import { SaxesParser } from 'saxes';

/**
 * One element. All numbers are UTF-16 offsets in the source: `from` and `to` span the whole element, `openTo` is the end of
 * its start tag, `closeFrom` the start of its end tag; both are `to` for a self-closing one.
 */
export interface XmlNode {
  readonly name: string;
  readonly from: number;
  openTo: number;
  closeFrom: number;
  to: number;
  readonly children: XmlNode[];
}

/** Where in the source a refusal happened, both counted from 1. */
export interface XmlPlace {
  readonly line: number;
  readonly column: number;
}

export type XmlCode = 'tooLarge' | 'tooDeep' | 'entities' | 'notXml' | 'notFdx';
export type ReadXml =
  | { readonly ok: true; readonly root: XmlNode }
  | { readonly ok: false; readonly code: XmlCode; readonly at: XmlPlace };

const maxDepth = 64;
const maxNodes = 1_000_000;
const knownEntities = Object.assign(Object.create(null), { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" });

class Refusal extends Error {
  readonly code: XmlCode;
  constructor(code: XmlCode) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads `source`, whose root must be called `rootName`. Errors: `notFdx` for another root; `entities` for a document type
 * with entities or files of its own, and for any entity beyond the five and character numbers; `tooDeep` over 64 levels;
 * `tooLarge` over a million elements; `notXml` for anything that is not well-formed.
 */
export function readXml(source: string, rootName: string): ReadXml {
  const parser = new SaxesParser();
  parser.ENTITIES = knownEntities;
  const builder = new Builder(source, rootName, () => parser.position);
  parser.on('error', (error) => {
    throw new Refusal(error.message.endsWith('undefined entity.') ? 'entities' : 'notXml');
  });
  parser.on('doctype', (doctype) => {
    if (!/^\s*\S+\s*$/.test(doctype)) throw new Refusal('entities');
  });
  parser.on('opentagstart', ({ name }) => builder.open(name));
  parser.on('opentag', ({ isSelfClosing }) => builder.enter(isSelfClosing));
  parser.on('closetag', () => builder.close());
  try {
    parser.write(source).close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, code: error.code, at: { line: parser.line, column: parser.column + 1 } };
  }
  return { ok: true, root: builder.root! };
}

class Builder {
  root: XmlNode | undefined;
  private readonly stack: XmlNode[] = [];
  private count = 0;
  private readonly source: string;
  private readonly rootName: string;
  private readonly position: () => number;

  constructor(source: string, rootName: string, position: () => number) {
    this.source = source;
    this.rootName = rootName;
    this.position = position;
  }

  open(name: string): void {
    if (this.stack.length === 0 && name !== this.rootName) throw new Refusal(this.root ? 'notXml' : 'notFdx');
    if (this.stack.length >= maxDepth) throw new Refusal('tooDeep');
    if (++this.count > maxNodes) throw new Refusal('tooLarge');
    const from = this.source.lastIndexOf('<', this.position() - 1);
    const node: XmlNode = { name, from, openTo: from, closeFrom: from, to: from, children: [] };
    if (this.stack.length === 0) this.root = node;
    else this.stack.at(-1)!.children.push(node);
    this.stack.push(node);
  }

  enter(isSelfClosing: boolean): void {
    const node = this.stack.at(-1)!;
    node.openTo = this.position();
    node.closeFrom = isSelfClosing ? node.openTo : -1;
  }

  close(): void {
    const node = this.stack.pop()!;
    node.to = this.position();
    if (node.closeFrom < 0) node.closeFrom = this.source.lastIndexOf('<', node.to - 1);
  }
}

/** The first child called `name`. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** Every child called `name`, in order. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** Whether the element is written as one tag, `<Name/>`. */
export const isSelfClosing = (node: XmlNode) => node.closeFrom === node.to;
