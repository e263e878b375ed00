/** The styles of the Word files that we write, from the columns of a profile. */
import type { ElementType, Profile } from '@tramline/screenplay';
import {
  AlignmentType,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
} from 'docx';
import {
  boneyardStyle,
  elementStyles,
  omittedStyle,
  runStyles,
  type StyleLanguage,
  type StyleName,
  sectionStyle,
  titleEntryStyle,
  titleStyles,
} from './docxStyles.ts';

/** What styles depend on. `isCounted`: Word counts the scenes. */
export interface StyleChoice {
  readonly profile: Profile;
  readonly layout: 'domestic' | 'hollywood';
  readonly language: StyleLanguage;
  readonly isCounted: boolean;
}

const fonts = {
  domestic: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' },
  hollywood: { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New', eastAsia: '宋体' },
} as const;

/** The list in which Word counts scenes: `1、`. */
export const sceneList = {
  reference: 'scenes',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1、',
      alignment: AlignmentType.LEFT,
      suffix: LevelSuffix.NOTHING,
      style: { paragraph: { indent: { left: 0, hanging: 0 } } },
    },
  ],
};

/** All paragraph and character styles, and the font of the document: 12 points (小四). */
export function styleOptions(choice: StyleChoice): IStylesOptions {
  const { profile, layout } = choice;
  const line = { line: profile.paper.line * 20, lineRule: LineRuleType.EXACT };
  return {
    default: { document: { run: { font: fonts[layout], size: 24 }, paragraph: { spacing: { ...line, after: 0 } } } },
    paragraphStyles: [...elementStyleOptions(choice), ...titleStyleOptions(choice.language)],
    characterStyles: characterStyles(choice.language),
  };
}

function elementStyleOptions(choice: StyleChoice): IParagraphStyleOptions[] {
  const types = Object.keys(elementStyles) as ElementType[];
  const { heading, note, section } = elementStyles;
  return [
    ...types.map((type) => elementStyle(elementStyles[type], type, choice)),
    { ...named(omittedStyle, choice.language), basedOn: heading.id, run: { strike: true } },
    { ...named(boneyardStyle, choice.language), basedOn: note.id },
    ...[1, 2, 3, 4, 5, 6].map((level) => ({ ...named(sectionStyle(level), choice.language), basedOn: section.id })),
  ];
}

const named = (style: StyleName, language: StyleLanguage) => ({
  id: style.id,
  name: style[language],
  quickFormat: true,
});

const next: Readonly<Partial<Record<ElementType, ElementType>>> = {
  heading: 'action',
  character: 'dialogue',
  parenthetical: 'dialogue',
  dialogue: 'action',
  transition: 'heading',
};
const capitals: ReadonlySet<ElementType> = new Set([
  'heading',
  'character',
  'transition',
  'shot',
  'actStart',
  'actEnd',
]);
const middle: ReadonlySet<ElementType> = new Set(['centered', 'actStart', 'actEnd', 'section']);

function elementStyle(style: StyleName, type: ElementType, choice: StyleChoice): IParagraphStyleOptions {
  const { profile, layout, language } = choice;
  const isHollywood = layout === 'hollywood';
  const isBold = type === 'section' || (!isHollywood && (type === 'heading' || type === 'actStart'));
  const isHidden = type === 'synopsis' || type === 'note';
  const after = next[type];
  return {
    ...named(style, language),
    basedOn: 'Normal',
    ...(after && { next: elementStyles[after].id }),
    run: {
      ...(isBold && { bold: true }),
      ...(isHollywood && capitals.has(type) && { allCaps: true }),
      ...(isHidden && { vanish: true }),
    },
    paragraph: {
      spacing: { before: profile.blankBefore[type] * profile.paper.line * 20 },
      ...(type === 'heading' || type === 'character' || type === 'parenthetical' || type === 'shot'
        ? { keepNext: true }
        : {}),
      ...(type === 'dialogue' || type === 'action' ? { widowControl: true } : { keepLines: true }),
      ...(middle.has(type) && { alignment: AlignmentType.CENTER }),
      ...(isHollywood && columnOf(type, profile)),
      ...(choice.isCounted && type === 'heading' && { numbering: { reference: sceneList.reference, level: 0 } }),
    },
  };
}

/** Indents of a column in twips; transitions end at its right edge, a parenthetical hangs by a cell. */
function columnOf(type: ElementType, { indent, width, paper }: Profile) {
  const cell = paper.cell * 20;
  const left = Math.round(indent[type] * cell);
  const right = Math.max(0, Math.round((60 - indent[type] - width[type]) * cell));
  if (type === 'transition') return { indent: { left: 0, right }, alignment: AlignmentType.RIGHT };
  if (type === 'parenthetical') return { indent: { left, right, hanging: cell } };
  return left === 0 && right === 0 ? {} : { indent: { left, right } };
}

function titleStyleOptions(language: StyleLanguage): IParagraphStyleOptions[] {
  const isLeft = (key: string) => key === 'Contact' || key === 'Copyright' || key === 'Draft date';
  const entries = Object.entries(titleStyles).map(([key, style]) => ({
    ...named(style, language),
    basedOn: 'Normal',
    run: key === 'Title' ? { bold: true } : {},
    paragraph: {
      spacing: { before: key === 'Title' ? 4800 : 480 },
      alignment: isLeft(key) ? AlignmentType.LEFT : AlignmentType.CENTER,
    },
  }));
  return [
    ...entries,
    { ...named(titleEntryStyle, language), basedOn: 'Normal', paragraph: { spacing: { before: 240 } } },
  ];
}

function characterStyles(language: StyleLanguage): ICharacterStyleOptions[] {
  return Object.entries(runStyles).map(([role, style]) => ({
    id: style.id,
    name: style[language],
    basedOn: 'DefaultParagraphFont',
    run: role === 'note' || role === 'boneyard' ? { vanish: true } : {},
  }));
}
