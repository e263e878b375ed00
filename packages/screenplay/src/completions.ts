/** What a person may be about to type: names, extensions, parts of headings, transitions. Rules: SPEC.md CP. */
import { completeHeading } from './completeHeading.ts';
import { type Completions, foldCase, isChinese, offer, rankByUse, type ScriptPlace } from './completion.ts';
import type { Element } from './element.ts';
import { rankNames } from './rankNames.ts';

/** Extensions of a cue. Source: Final Draft's list, and Chinese domestic use. */
export const cueExtensions = {
  en: ['(V.O.)', '(O.S.)', "(CONT'D)", '(O.C.)', '(SUBTITLE)', '(TEXT)'],
  zh: ['（画外音）', '（旁白）', '（续）', '（内心独白）', '（电话）', '（字幕）'],
} as const;

/** Transitions. Source: Final Draft's list, and Chinese domestic use. */
export const transitions = {
  en: [
    ...['CUT TO:', 'FADE IN:', 'FADE OUT.', 'FADE TO:', 'DISSOLVE TO:', 'BACK TO:', 'MATCH CUT TO:', 'JUMP CUT TO:'],
    ...['SMASH CUT TO:', 'FADE TO BLACK.', 'CUT TO BLACK.', 'TIME CUT:'],
  ],
  zh: ['切至：', '淡入：', '淡出。', '叠化：', '闪回：', '闪回结束。', '黑场。'],
} as const;

/**
 * Offers for the caret at `at`, from the script's own elements first. Only at the end of a cue, a heading or a
 * transition; the element being typed is never its own source. What is already typed in full is not offered.
 */
export function completions(elements: readonly Element[], at: ScriptPlace): Completions {
  const element = elements[at.index];
  const isAtEnd = element !== undefined && element.text.slice(at.offset).trim() === '';
  if (!isAtEnd) return { from: at.offset, to: at.offset, items: [] };
  const typed = element.text.slice(0, at.offset);
  if (element.type === 'character') return completeCue(elements, at, typed);
  if (element.type === 'heading') return completeHeading(elements, at, typed);
  if (element.type === 'transition') return completeTransition(elements, at, typed);
  return { from: at.offset, to: at.offset, items: [] };
}

function completeCue(elements: readonly Element[], at: ScriptPlace, typed: string): Completions {
  const names = rankNames(elements, at.index);
  const bracket = typed.search(/[(（]/);
  const isName = names.some((name) => foldCase(name) === foldCase(typed.trim()));
  if (bracket < 0 && !(isName && /\s$/.test(typed))) {
    return offer('name', names, { from: 0, to: at.offset, typed });
  }
  const from = bracket < 0 ? at.offset : typed.search(/[(（][^(（]*$/);
  const language = isChinese(typed) ? 'zh' : 'en';
  const ranked = rankByUse(extensionsOf(elements, at.index), cueExtensions[language]);
  const fitting = ranked.filter((extension) => isChinese(extension) === (language === 'zh'));
  return offer('extension', fitting, { from, to: at.offset, typed: typed.slice(from) });
}

/** Every bracketed extension of the other cues, as often as it is used. */
function extensionsOf(elements: readonly Element[], except: number): string[] {
  return elements.flatMap((e, i) =>
    e.type === 'character' && i !== except ? (e.text.match(/[(（][^)）]+[)）]/g) ?? []) : [],
  );
}

function completeTransition(elements: readonly Element[], at: ScriptPlace, typed: string): Completions {
  const used = elements.flatMap((e, i) => (e.type === 'transition' && i !== at.index ? [e.text] : []));
  const isZh = isChinese(typed) || (typed === '' && used.filter(isChinese).length * 2 > used.length);
  return offer('transition', rankByUse(used, transitions[isZh ? 'zh' : 'en']), { from: 0, to: at.offset, typed });
}
