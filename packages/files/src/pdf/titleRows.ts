/** The title page as texts at their places: title and authors in the middle, drafts and contacts below. */
import { breakLines, cellsOf, labelOfTitleKey, type Profile, type TitleEntry, toCapitals } from '@tramline/screenplay';
import type { FontStyle } from './fonts/fontFamily.ts';
import { type PageText, textAt } from './pageText.ts';

/** Keys in the middle of the page, in their order; blank lines above each. */
const middle: Readonly<Record<string, number>> = { title: 0, credit: 3, author: 1, authors: 1, source: 2 };
const hidden = new Set(['format', 'language', 'template']);

interface TitleLine {
  readonly text: string;
  readonly style: FontStyle;
}

/** The texts; none where there is nothing to say. Keys that nobody knows are printed with their values. */
export function titleRows(title: readonly TitleEntry[], profile: Profile, language: string): PageText[] {
  const said = title.filter(({ key, value }) => value.trim() !== '' && !hidden.has(key.toLowerCase()));
  const isMiddle = ({ key }: TitleEntry) => key.toLowerCase() in middle;
  const order = Object.keys(middle);
  const centred = said.filter(isMiddle).sort((a, b) => placeOf(a, order) - placeOf(b, order));
  return [
    ...middleRows(centred, profile),
    ...footRows(
      said.filter((e) => !isMiddle(e)),
      profile,
      language,
    ),
  ];
}

const placeOf = ({ key }: TitleEntry, order: readonly string[]) => order.indexOf(key.toLowerCase());

function middleRows(entries: readonly TitleEntry[], profile: Profile): PageText[] {
  const { paper } = profile;
  const centre = paper.left + (profile.width.action * paper.cell) / 2;
  let line = 0;
  return entries.flatMap((entry, k) => {
    const isTitle = entry.key.toLowerCase() === 'title';
    if (k > 0) line += middle[entry.key.toLowerCase()]!;
    return linesOf(entry.value, profile, isTitle).map(({ text, style }) => {
      const y = paper.height * 0.33 + paper.line * line++;
      return textAt(centre - (cellsOf(text, profile) * paper.cell) / 2, y, text, style);
    });
  });
}

/** What else is said, from the lower left corner upwards; behind its label where its key is none that everybody prints. */
function footRows(entries: readonly TitleEntry[], profile: Profile, language: string): PageText[] {
  const { paper } = profile;
  const lines = entries.flatMap(({ key, value }, k) => {
    const label = labelled(key, language);
    return [...(k > 0 ? [''] : []), ...linesOf(label + value, profile, false).map(({ text }) => text)];
  });
  const bottom = paper.height - 72;
  return lines.flatMap((text, k) =>
    text === '' ? [] : [textAt(paper.left, bottom - paper.line * (lines.length - 1 - k), text)],
  );
}

const plainKeys = new Set(['contact', 'copyright', 'notes', 'draft date', 'date', 'revision']);

function labelled(key: string, language: string): string {
  if (language.startsWith('zh')) return `${labelOfTitleKey(key)}：`;
  return plainKeys.has(key.toLowerCase()) ? '' : `${key}: `;
}

/** A value in lines that fit, without Fountain's signs of emphasis. A title is bold and in capitals. */
function linesOf(value: string, profile: Profile, isTitle: boolean): TitleLine[] {
  return value.split('\n').flatMap((typed) => {
    const plain = typed.replace(/^[*_ ]+|[*_ ]+$/g, '');
    const text = isTitle ? toCapitals(plain) : plain;
    const starts = breakLines(text, profile.width.action, profile.ambiguousWide);
    return starts.map((from, k) => ({
      text: text.slice(from, starts[k + 1]).trim(),
      style: { isBold: isTitle || /^[_ ]*\*\*/.test(typed), isItalic: /^[_ ]*\*(?!\*)/.test(typed) },
    }));
  });
}
