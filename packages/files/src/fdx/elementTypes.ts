/** Between Final Draft's paragraph types and the elements of a script. Source: files written by versions 10 to 13. */
import type { Attrs, Element, ElementType } from '@tramline/screenplay';

const typesByName: Readonly<Record<string, ElementType>> = {
  'scene heading': 'heading',
  action: 'action',
  character: 'character',
  parenthetical: 'parenthetical',
  dialogue: 'dialogue',
  dialog: 'dialogue',
  lyrics: 'lyrics',
  lyric: 'lyrics',
  singing: 'lyrics',
  transition: 'transition',
  shot: 'shot',
  general: 'general',
  'cast list': 'general',
  'new act': 'actStart',
  'end of act': 'actEnd',
  sequence: 'section',
  'outline 1': 'section',
  'outline 2': 'section',
  'outline 3': 'section',
  'outline 4': 'section',
  'outline body': 'synopsis',
  summary: 'synopsis',
  note: 'note',
};

/** The deepest section that Final Draft has a type for. */
const deepestOutline = 4;

/**
 * The type of an element whose `Paragraph` says `name`, in any case, and `alignment`; a type that is not known here is
 * `general`. Centered action or general text is `centered`.
 */
export function readType(name: string | undefined, alignment: string | undefined): ElementType {
  const type = typesByName[name?.trim().toLowerCase() ?? ''] ?? 'general';
  return alignment === 'Center' && (type === 'action' || type === 'general') ? 'centered' : type;
}

/** Depth of a section: that of `Outline 1` to `Outline 4`; a `Sequence` stands at the top. */
export function readLevel(name: string): number {
  return Number(/\d/.exec(name)?.[0] ?? 1);
}

const namesByType: Readonly<Record<ElementType, string>> = {
  heading: 'Scene Heading',
  action: 'Action',
  character: 'Character',
  parenthetical: 'Parenthetical',
  dialogue: 'Dialogue',
  lyrics: 'Lyrics',
  transition: 'Transition',
  shot: 'Shot',
  general: 'General',
  centered: 'Action',
  section: 'Outline 1',
  synopsis: 'Outline Body',
  note: 'Note',
  pageBreak: 'Action',
  actStart: 'New Act',
  actEnd: 'End of Act',
};

/** The `Type` of the `Paragraph` for an element. */
export function writeType({ type, attrs }: Pick<Element, 'type' | 'attrs'>): string {
  return type === 'section' ? `Outline ${outlineLevel(attrs)}` : namesByType[type];
}

/** The depth at which a section is written. */
export const outlineLevel = ({ level = 1 }: Attrs) => Math.min(deepestOutline, level);

/** Types whose paragraphs are off the paper as a whole, so that hidden words in them say nothing more. */
export const isOutline = (type: ElementType) => type === 'section' || type === 'synopsis' || type === 'note';

/** Attributes that Final Draft can say of an element of this type. */
export function sayableAttrs(type: ElementType, attrs: Attrs): Attrs {
  return {
    ...(type === 'heading' && attrs.number ? { number: attrs.number } : {}),
    ...(type === 'heading' && attrs.omitted ? { omitted: true } : {}),
    ...(type === 'section' ? { level: outlineLevel(attrs) } : {}),
    ...(type === 'character' && attrs.dual ? { dual: attrs.dual } : {}),
    ...(type === 'note' && attrs.boneyard ? { boneyard: true } : {}),
    ...(attrs.startsNewPage ? { startsNewPage: true } : {}),
  };
}

/** The most letters that a scene number may have; what is longer is no number, and stays in the file. */
const longestNumber = 32;

/** The scene number that attributes say; the first that says one counts. */
export function readSceneNumber(...said: readonly (string | undefined)[]): string | undefined {
  return said.find((number) => number && number.length <= longestNumber);
}
