/** The style sheet of the HTML of a script: the columns of its profile in `ch`, and rules for paper. */
import type { ElementType, Profile } from '@tramline/screenplay';

const columns: readonly ElementType[] = ['character', 'parenthetical', 'dialogue', 'lyrics', 'transition'];

/** CSS text of a profile and layout, each rule on a line. */
export function styleSheet(profile: Profile, layout: 'domestic' | 'hollywood'): string {
  const rules = layout === 'domestic' ? domesticRules(profile) : hollywoodRules(profile);
  return [...common(profile), ...rules, ''].join('\n');
}

function common({ paper }: Profile): string[] {
  return [
    `@page { size: ${paper.name === 'a4' ? 'A4' : 'letter'}; margin: 1in 1in 1in ${paper.left / 72}in; }`,
    'body { margin: 0; background: #fff; color: #111; }',
    '.script > *, .dual p { margin: 0; white-space: pre-wrap; overflow-wrap: break-word; font-size: inherit; }',
    '.title-page { min-height: 60vh; display: flex; flex-direction: column; justify-content: center; text-align: center; break-after: page; }',
    '.title-page > * { margin: 0 0 1em; font-size: inherit; font-weight: normal; }',
    '.heading, .character { break-after: avoid; }',
    '.centered, .actStart, .actEnd { text-align: center; }',
    '.omitted { text-decoration: line-through; }',
    '.new-page, .pageBreak { break-before: page; }',
    '.pageBreak { border: 0; border-top: 1px dashed #999; margin: 1em 0; }',
    '@media print { .pageBreak { visibility: hidden; } }',
    '.dual { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2ch; margin-top: 1em; }',
  ];
}

function hollywoodRules(profile: Profile): string[] {
  const { width, indent, blankBefore } = profile;
  const column = (type: ElementType) =>
    `.${type} { margin-left: ${indent[type]}ch; max-width: ${width[type]}ch; margin-top: ${blankBefore[type]}em; }`;
  const body = (['heading', 'action', 'shot', 'general', 'centered', 'actStart', 'actEnd'] as const).map(
    (type) => `.${type} { margin-top: ${blankBefore[type]}em; }`,
  );
  return [
    `.script { font: 12pt/1 "Courier Prime", "Courier New", "Noto Sans Mono CJK SC", monospace; width: ${width.action}ch; margin: 1in auto; }`,
    ...body.map((rule) => `.script > ${rule}`),
    ...columns.map((type) => `.script > ${column(type)}`),
    '.heading, .character, .transition, .shot { text-transform: uppercase; }',
    '.heading { font-weight: normal; position: relative; }',
    '.heading > .number, .heading > .derivedNumber { position: absolute; right: 100%; margin-right: 2ch; }',
    '.script > .transition { text-align: right; }',
    '.dual .character { padding-left: 7ch; }',
    '.dual .parenthetical { padding-left: 4ch; }',
  ];
}

function domesticRules(profile: Profile): string[] {
  return [
    `.script { font: 12pt/1.67 "SimSun", "Songti SC", "Noto Serif CJK SC", serif; width: ${profile.width.action / 2}em; max-width: 100%; margin: 1in auto; }`,
    '.heading { font-weight: bold; margin-top: 1em; }',
    '.section { font-weight: bold; text-align: center; margin-top: 1em; }',
  ];
}
