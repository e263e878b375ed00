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
  let fitting = distinct.length;
  while (fitting > 0 && measure(distinct.slice(0, fitting).join(', '), profile.prompt.unit) > max) fitting--;
  const dropped = distinct.slice(fitting);
  if (dropped.length > 0) warnings.push(warn('avoid.dropped', { field: 'avoid', count: dropped.length }));
  const phrases = distinct
    .slice(0, fitting)
    .flatMap((text, i): Phrase[] =>
      i === 0 ? [{ text, field: 'avoid' }] : [{ text: ', ' }, { text, field: 'avoid' }],
    );
  return { phrases, dropped, warnings };
}
