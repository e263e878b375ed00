/** The ProseMirror schema of a flat screenplay: `doc` holds elements, and every element is a textblock. */
import { type DOMOutputSpec, type Mark, type MarkSpec, type Node, type NodeSpec, Schema } from '@tiptap/pm/model';
import { HEAD_TYPES } from '@tramline/collab';

/** The node that shows a head of a type that this version does not know. */
export const UNKNOWN = 'unknown';

/** Attributes of an element that this version can edit, beside `id`. Absent in the document means `null` here. */
export const KNOWN_ATTRS = ['number', 'level', 'dual', 'startsNewPage', 'omitted', 'boneyard'] as const;
const knownAttrs: ReadonlySet<string> = new Set(KNOWN_ATTRS);

/** Whether an attribute of a head has a place of its own in the node. */
export function isKnownAttr(name: string): boolean {
  return knownAttrs.has(name);
}

/** `data-` attributes that style sheets and readers of copied HTML go by. */
function domAttrs(node: Node): Record<string, string> {
  const attrs: Record<string, string> = { 'data-type': node.type.name, 'data-id': node.attrs.id ?? '' };
  for (const name of KNOWN_ATTRS) {
    const value: unknown = node.attrs[name];
    if (value !== null) attrs[`data-${name.toLowerCase()}`] = String(value);
  }
  if (node.type.name === UNKNOWN) attrs['data-raw-type'] = String(node.attrs.rawType);
  return attrs;
}

function readDomAttrs(dom: HTMLElement): Record<string, unknown> {
  const read = (name: string): string | null => dom.getAttribute(`data-${name}`);
  const flag = (name: string): true | null => (read(name) === 'true' ? true : null);
  const dual = read('dual');
  const level = Number(read('level'));
  return {
    id: read('id') || null,
    number: read('number'),
    level: level >= 1 && level <= 6 ? level : null,
    dual: dual === 'left' || dual === 'right' ? dual : null,
    startsNewPage: flag('startsnewpage'),
    omitted: flag('omitted'),
    boneyard: flag('boneyard'),
  };
}

/**
 * Every element, the page break included, is a textblock with an opening and a closing token. Only so does a position
 * in the body map to one in the editor by adding the ordinal, and only so have words that a concurrent join or type
 * change brings into a page break a place to be seen. `whitespace: 'pre'` keeps line feeds inside an element.
 *
 * `extra` holds head entries that this version does not know (or whose value is no plain scalar), so that cutting and
 * pasting an element keeps them. `rawType` is set on `unknown` only.
 */
const element = (type: string): NodeSpec => ({
  group: 'element',
  content: 'text*',
  whitespace: 'pre',
  defining: true,
  attrs: {
    id: { default: null },
    extra: { default: null },
    ...(type === UNKNOWN ? { rawType: { default: UNKNOWN } } : {}),
    ...Object.fromEntries(KNOWN_ATTRS.map((name) => [name, { default: null }])),
  },
  parseDOM: [
    {
      tag: `p[data-type="${type}"]`,
      preserveWhitespace: 'full',
      getAttrs: (dom) => ({
        ...readDomAttrs(dom),
        ...(type === UNKNOWN ? { rawType: dom.getAttribute('data-raw-type') ?? UNKNOWN } : {}),
      }),
    },
    ...(type === 'action' ? [{ tag: 'p' }, { tag: 'div' }, { tag: 'li' }] : []),
    ...(type === 'heading' ? ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })) : []),
  ],
  toDOM: (node): DOMOutputSpec => ['p', { class: `el ${type}`, ...domAttrs(node) }, 0],
});

const span = (name: string): MarkSpec => ({
  parseDOM: [{ tag: `span[data-mark="${name}"]` }],
  toDOM: () => ['span', { 'data-mark': name }, 0],
});
const tagged = (tag: string, ...others: string[]): MarkSpec => ({
  parseDOM: [tag, ...others].map((name) => ({ tag: name })),
  toDOM: () => [tag, 0],
});

/** Formats of the body whose mark has another name: a schema has one name space for nodes and marks. */
const MARK_NAMES: Readonly<Record<string, string>> = { note: 'noteWords' };
const FORMAT_NAMES = Object.fromEntries(Object.entries(MARK_NAMES).map(([format, mark]) => [mark, format]));

/** The name of the mark that shows a format, whether or not the schema has it. */
export function markNameOf(format: string): string {
  return MARK_NAMES[format] ?? format;
}

/** The name of the format that a mark stands for. */
export function formatNameOf(mark: Mark): string {
  return FORMAT_NAMES[mark.type.name] ?? mark.type.name;
}

/**
 * The editor's schema. Marks are flags, except `revision`, whose value is `{ set: number }`, `tag`, whose value is
 * `{ id: string }`, and `suggestion`, whose value is `{ id: string, kind: 'insert' | 'delete' }`. Node names are the element types, and `unknown`.
 */
export const screenplaySchema = new Schema({
  nodes: {
    // The first type in the group is the one that ProseMirror makes when it needs an element of any type.
    doc: { content: 'element+' },
    ...Object.fromEntries(['action', ...HEAD_TYPES, UNKNOWN].map((type) => [type, element(type)])),
    text: {},
  },
  marks: {
    bold: tagged('strong', 'b'),
    italic: tagged('em', 'i'),
    underline: tagged('u'),
    strike: tagged('s', 'del'),
    highlight: tagged('mark'),
    noteWords: { ...span('note'), inclusive: false },
    boneyard: { ...span('boneyard'), inclusive: false },
    revision: {
      attrs: { set: { default: 0 } },
      parseDOM: [
        { tag: 'span[data-revision]', getAttrs: (dom) => ({ set: Number(dom.getAttribute('data-revision')) || 0 }) },
      ],
      toDOM: (mark) => ['span', { 'data-revision': String(mark.attrs.set) }, 0],
    },
    tag: {
      attrs: { id: { default: '' } },
      inclusive: false,
      parseDOM: [{ tag: 'span[data-tag]', getAttrs: (dom) => ({ id: dom.getAttribute('data-tag') ?? '' }) }],
      toDOM: (mark) => ['span', { 'data-tag': String(mark.attrs.id) }, 0],
    },
    suggestion: {
      attrs: { id: { default: '' }, kind: { default: 'insert' } },
      inclusive: false,
      toDOM: (mark) => ['span', { 'data-suggestion': String(mark.attrs.kind) }, 0],
    },
  },
});
