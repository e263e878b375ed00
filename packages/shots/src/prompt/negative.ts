/** What must not be seen, as the model takes it: nouns in a list of their own. */
import type { ModelProfile } from '../model.ts';
import { measure } from './measure.ts';
import { type PromptWarning, warn } from './promptWarning.ts';
import type { Phrase } from './sections/clause.ts';

const negations = [
  /^(?:please\s+)?(?:no|not|don['’]?t|do not|never|without|avoid|exclude|remove)\b[\s:]*(?:(?:show|include|add|any|use|have|a|an|the)\b\s*)*/i,
  /^(?:请)?(?:不要|不得|不能|不许|没有|避免|禁止|切勿|请勿|别(?=出现|有|让|加))(?:出现|有|让|加|任何|显示|生成)*/,
];

/** A noun without "no …", "don't …", "不要…" before it. The same string when there is none. */
export function withoutNegation(text: string): string {
  return negations.reduce((rest, pattern) => rest.replace(pattern, ''), text).trim();
}

/** The items of a list of nouns: one a line, or parted by commas. */
function nounsOf(text: string): string[] {
  return text
    .split(/[\n,，;；、]/)
    .map((item) =>
      item
        .trim()
        .replace(/[.。!！]+$/, '')
        .replace(/\s+/g, ' '),
    )
    .filter((item) => item !== '');
}

/** How many items fit from the first on; `fits` never turns true again once it is false. */
function countFitting(items: readonly string[], fits: (count: number) => boolean): number {
  if (fits(items.length)) return items.length;
  let [low, high] = [0, items.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The negative prompt as phrases; what did not fit is in `dropped`. Empty for a model that takes none. */
export function negativePhrases(
  avoid: string,
  profile: ModelProfile,
): {
  readonly phrases: readonly Phrase[];
  readonly dropped: readonly string[];
  readonly warnings: readonly PromptWarning[];
} {
  const warnings: PromptWarning[] = [];
  const nouns = nounsOf(avoid).map((text) => {
    const said = withoutNegation(text);
    if (said !== text) warnings.push(warn('avoid.negation', { field: 'avoid', text, said }));
    return said;
  });
  const distinct = [...new Set(nouns)].filter((noun) => noun !== '');
  const max = profile.negative.policy === 'nouns' ? Math.floor(profile.negative.max * profile.prompt.share) : 0;
  const fitting = countFitting(
    distinct,
    (count) => measure(distinct.slice(0, count).join(', '), profile.prompt.unit) <= max,
  );
  const dropped = distinct.slice(fitting);
  if (dropped.length > 0) warnings.push(warn('avoid.dropped', { field: 'avoid', count: dropped.length }));
  const phrases = distinct
    .slice(0, fitting)
    .flatMap((text, i): Phrase[] =>
      i === 0 ? [{ text, field: 'avoid' }] : [{ text: ', ' }, { text, field: 'avoid' }],
    );
  return { phrases, dropped, warnings };
}
