/** Random Final Draft files as no program would set them, and random edits of what is in them, for tests. */
import type { Attrs, Element, ElementType, Mark } from '@tramline/screenplay';

/** `random(n)` is an integer in `[0, n)`. */
export type Random = (n: number) => number;

/** A seeded random source (mulberry32). The same seed gives the same run. */
export function seeded(seed: number): Random {
  let a = seed >>> 0;
  return (n) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

const one = <T>(random: Random, items: readonly T[]): T => items[random(items.length)]!;
const many = (random: Random, most: number, make: () => string) =>
  Array.from({ length: random(most + 1) }, make).join('');

const words = [
  ...[
    'INT. HOUSE',
    'ADA',
    'a &amp; b',
    'x &lt; y',
    '&#65;&#x1F600;',
    '张三',
    '🎬',
    'e\u0301',
    '&quot;so&quot;',
    "it's",
    '  ',
  ],
  ...['CUT TO:', '(beat)', '\n', 'a\nb', '>', ']] ', '&#10;', '&#13;', '\t', '-- no --', 'the', 'the'],
];
const oddities = ['<!-- a > b & c -->', '<?fd x="1" ?>', "<Unknown a='\"'><Text>not words</Text></Unknown>", '<x/>'];
const types = [
  ...[
    'Scene Heading',
    'Action',
    'Character',
    'Parenthetical',
    'Dialogue',
    'Transition',
    'Shot',
    'General',
    'Cast List',
  ],
  ...[
    'New Act',
    'End of Act',
    'Outline 2',
    'Outline Body',
    'Note',
    'Lyrics',
    'Unheard Of',
    'action',
    'Singing',
    'Sequence',
  ],
];

/** A file with everything that XML allows between and inside its paragraphs. `isTidy`: dual dialogue of two plain speeches. */
export function hostileFdx(random: Random, isTidy: boolean): string {
  const newline = one(random, ['\n', '\n', '\r\n']);
  const content = many(random, 9, () => gap(random) + block(random, isTidy, 2)) + gap(random);
  const root = `<FinalDraft${attributes(random, [
    ['DocumentType', 'Script'],
    ['Version', '5'],
    ['x', '&gt;'],
  ])}>`;
  const parts = [
    gap(random),
    random(12) === 0 ? '<Content/>' : `<Content>${content}</Content>`,
    gap(random),
    tail(random),
  ];
  const head =
    one(random, ['', '\ufeff']) +
    one(random, ['<?xml version="1.0" encoding="UTF-8"?>\n', "<?xml version='1.0'?>", '']);
  const text = `${head}${random(3) === 0 ? '<!-- before -->\n' : ''}${root}${parts.join('')}</FinalDraft>${one(random, ['', '\n', '<!-- z -->'])}`;
  return newline === '\n' ? text : text.replaceAll('\n', newline);
}

function gap(random: Random): string {
  return one(random, ['\n    ', '\n    ', '\n\t', '', ' ', `\n  ${one(random, oddities)}\n`]);
}

function block(random: Random, isTidy: boolean, depth: number): string {
  if (depth > 0 && random(5) === 0) return dual(random, isTidy, depth);
  if (depth > 0 && random(6) === 0) return omitted(random, isTidy, depth);
  return paragraph(random, one(random, types), random(8) === 0 ? one(random, oddities) : '');
}

function dual(random: Random, isTidy: boolean, depth: number): string {
  const speech = () =>
    [...['Character', 'Dialogue'], ...(random(3) === 0 ? ['Parenthetical'] : [])]
      .map((type) => gap(random) + paragraph(random, type, ''))
      .join('');
  const inside = isTidy ? speech() + speech() : many(random, 4, () => gap(random) + block(random, isTidy, depth - 1));
  const inner = `<DualDialogue>${inside}${gap(random)}</DualDialogue>`;
  if (random(4) === 0) return inner;
  return isTidy || random(3) > 0
    ? `<Paragraph>${gap(random)}${inner}</Paragraph>`
    : paragraph(random, 'General', inner);
}

function omitted(random: Random, isTidy: boolean, depth: number): string {
  const heading = isTidy || random(3) > 0 ? gap(random) + paragraph(random, 'Scene Heading', '') : '';
  const inside = heading + many(random, 4, () => gap(random) + paragraph(random, one(random, types.slice(1)), ''));
  const nested = isTidy || random(4) > 0 ? '' : block(random, isTidy, depth - 1);
  return paragraph(random, 'Scene Heading', `<OmittedScene>${inside}${nested}${gap(random)}</OmittedScene>`);
}

function paragraph(random: Random, type: string, inside: string): string {
  const extra: [string, string][] = [
    ...(random(4) === 0 ? [['Number', '12A'] as [string, string]] : []),
    ...(random(5) === 0 ? [['Alignment', 'Center'] as [string, string]] : []),
    ...(random(6) === 0 ? [['StartsNewPage', one(random, ['Yes', 'No'])] as [string, string]] : []),
    ...(random(9) === 0 ? [['Flags', one(random, ['Ignore', 'Ignore,Omitted', ''])] as [string, string]] : []),
    ...(random(5) === 0 ? [['own', "it's &quot;x&quot; &amp; y"] as [string, string]] : []),
  ];
  const start = `<Paragraph${attributes(random, [['Type', type], ...extra])}`;
  if (inside === '' && random(9) === 0) return `${start}${one(random, ['/>', ' />'])}`;
  const properties =
    random(6) === 0
      ? '<SceneProperties Length="1/8"><Summary><Paragraph><Text>sum</Text></Paragraph></Summary></SceneProperties>'
      : '';
  const runs = many(random, 4, () => one(random, ['', '\n      ', '<!--r-->']) + run(random));
  return `${start}>${properties}${runs}${inside}${one(random, ['', '\n    '])}</Paragraph>`;
}

function run(random: Random): string {
  const all: [string, string][] = [
    [
      'Style',
      one(random, ['', 'Bold', 'Bold+Italic', 'AllCaps', 'Underline+AllCaps', 'HiddenText', 'Strikeout', 'Odd+Bold']),
    ],
    ['RevisionID', one(random, ['0', '1', '2', 'x'])],
    ['TagNumber', one(random, ['3', '4', '8', '3,4'])],
    ['Background', one(random, ['#FFFFFFFFFFFF', '#FFFFFFFF0000'])],
    ['Font', 'Courier &amp; Co'],
  ];
  const start = `<Text${attributes(
    random,
    all.filter(() => random(4) === 0),
  )}`;
  if (random(7) === 0) return `${start}/>`;
  return `${start}>${many(random, 4, () => piece(random))}</Text>`;
}

function piece(random: Random): string {
  if (random(9) === 0) return one(random, oddities);
  if (random(9) === 0) return `<![CDATA[${one(random, ['<b>', 'a & b', '', 'x\ny', '🎬'])}]]>`;
  return one(random, words);
}

function attributes(random: Random, pairs: readonly (readonly [string, string])[]): string {
  const shuffled = [...pairs].sort(() => random(3) - 1);
  return shuffled
    .map(
      ([name, value]) => `${one(random, [' ', '\n', '  '])}${name}${one(random, ['=', ' = '])}${quote(random, value)}`,
    )
    .join('');
}

function quote(random: Random, value: string): string {
  return random(4) === 0 && !value.includes("'") ? `'${value}'` : `"${value}"`;
}

function tail(random: Random): string {
  const tags =
    '<TagData><TagDefinitions/><Tags><Tag Number="3"><DefId>d-3</DefId></Tag><Tag Number="4"><DefId>d-4</DefId></Tag></Tags></TagData>';
  const title = '<TitlePage><Content><Paragraph Alignment="Center"><Text>T</Text></Paragraph></Content></TitlePage>';
  const outlines = '<Outlines><Content><Paragraph Type="Action"><Text>no</Text></Paragraph></Content></Outlines>';
  return [tags, title, outlines, one(random, oddities)].filter(() => random(3) > 0).join(gap(random));
}

const elementTypes: readonly ElementType[] = [
  ...(['heading', 'action', 'character', 'parenthetical', 'dialogue', 'lyrics', 'transition', 'shot'] as const),
  ...(['general', 'centered', 'section', 'synopsis', 'note', 'pageBreak', 'actStart', 'actEnd'] as const),
];
const typed = ['new', ' and ', '<', '&', '', 'a\nb', '\n  x\n ', '🎬', '张三', ']]>', ' ', 'the'];

/** One to `most` random edits: words, type, attributes, marks, split, join, insert, delete, move. Ids stay unique. */
export function editScript(random: Random, elements: readonly Element[], most: number): Element[] {
  const script = [...elements];
  for (let n = 1 + random(most); n > 0; n--) editOnce(random, script, n);
  return script;
}

function editOnce(random: Random, script: Element[], n: number): void {
  const at = random(script.length + 1);
  const element = script[at];
  const kind = random(8);
  if (element === undefined || kind === 0) script.splice(at, 0, newElement(random, `n${n}`));
  else if (kind === 1) script.splice(at, 1);
  else if (kind === 2) script.splice(random(script.length), 0, ...script.splice(at, 1));
  else if (kind === 3) splitAt(random, script, at, `s${n}`);
  else script[at] = changeElement(random, element);
}

function newElement(random: Random, id: string): Element {
  const text = Array.from({ length: random(4) }, () => one(random, typed)).join('');
  return {
    id,
    type: one(random, elementTypes),
    text,
    attrs: random(3) === 0 ? someAttrs(random) : {},
    marks: someMarks(random, text),
  };
}

function splitAt(random: Random, script: Element[], at: number, id: string): void {
  const { text, ...element } = script[at]!;
  let middle = random(text.length + 1);
  if (/[\udc00-\udfff]/.test(text[middle] ?? '')) middle++;
  const marks = element.marks ?? [];
  const before = marks.filter(({ from }) => from < middle).map((mark) => ({ ...mark, to: Math.min(mark.to, middle) }));
  const after = marks
    .filter(({ to }) => to > middle)
    .map((mark) => ({ ...mark, from: Math.max(0, mark.from - middle), to: mark.to - middle }));
  script.splice(at, 1, { ...element, text: text.slice(0, middle), marks: before });
  script.splice(at + 1, 0, { ...element, id, attrs: {}, text: text.slice(middle), marks: after });
}

function changeElement(random: Random, element: Element): Element {
  const kind = random(4);
  if (kind === 0) return { ...element, type: one(random, elementTypes) };
  if (kind === 1) return { ...element, attrs: random(3) === 0 ? {} : { ...element.attrs, ...someAttrs(random) } };
  if (kind === 2) return { ...element, marks: someMarks(random, element.text) };
  const from = random(element.text.length + 1);
  const to = from + random(element.text.length - from + 1);
  const text = (element.text.slice(0, from) + one(random, typed) + element.text.slice(to)).toWellFormed();
  return { ...element, text, marks: (element.marks ?? []).filter((mark) => mark.to <= Math.min(from, text.length)) };
}

function someAttrs(random: Random): Attrs {
  const all: Attrs[] = [
    ...([{ dual: 'left' }, { dual: 'right' }, { number: '7' }, { level: 3 }, { level: 6 }] as const),
    ...([{ omitted: true }, { startsNewPage: true }, { boneyard: true }] as const),
  ];
  return one(random, all);
}

function someMarks(random: Random, text: string): Mark[] {
  const edges = [0, ...Array.from(text.matchAll(/./gsu), ({ 0: sign, index }) => index + sign.length)];
  const mark = (): Mark => {
    const [from, to] = [one(random, edges), one(random, edges)].sort((a, b) => a - b) as [number, number];
    const type = one(random, [
      'bold',
      'italic',
      'underline',
      'strike',
      'highlight',
      'note',
      'boneyard',
      'revision',
      'tag',
    ] as const);
    const value =
      type === 'revision'
        ? one(random, ['1', '3', '12'])
        : type === 'tag'
          ? one(random, ['d-3', 'new thing', '8'])
          : undefined;
    return { type, from, to, ...(value ? { value } : {}) };
  };
  return Array.from({ length: random(4) }, mark).filter(({ from, to }) => from < to);
}
