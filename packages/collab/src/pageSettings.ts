/** How a script is paginated: what its settings say, and what holds where they say nothing. */
import {
  chineseDomestic,
  type Element,
  englishWords,
  finalDraftLetter,
  type PageWords,
  type Profile,
  profileOf,
} from '@tramline/screenplay';
import type * as Y from 'yjs';
import type { Script } from './script.ts';

/** What a person may choose. Each is one entry of the settings, so that two who choose different things both keep theirs. */
export interface PageChoices {
  /** The name of a profile of `screenplay`. */
  readonly profile: string;
  readonly splitAtSentences: boolean;
  readonly continueds: boolean;
  /** What stands at the foot of a page under a speech that goes on. */
  readonly more: string;
  /** What stands behind the cue of a speaker who goes on. */
  readonly contd: string;
  /** How many characters of a Chinese script a minute takes. */
  readonly charactersPerMinute: number;
}

const LONGEST_WORDS = 40;
const CHARACTERS_PER_MINUTE = 243;

/** The choices in force. An entry of a wrong form counts as none. */
export function readPageChoices(settings: Y.Map<unknown>, language: 'en' | 'zh'): PageChoices {
  const name = settings.get('profile');
  const known = typeof name === 'string' ? profileOf(name) : undefined;
  const { name: profile } = known ?? (language === 'zh' ? chineseDomestic : finalDraftLetter);
  const minute = settings.get('charactersPerMinute');
  return {
    profile,
    splitAtSentences: settings.get('splitAtSentences') === true,
    continueds: settings.get('continueds') === true,
    more: readWords(settings.get('more'), englishWords.more),
    contd: readWords(settings.get('contd'), englishWords.contd),
    charactersPerMinute:
      typeof minute === 'number' && minute >= 50 && minute <= 2000 ? Math.round(minute) : CHARACTERS_PER_MINUTE,
  };
}

const readWords = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value.length <= LONGEST_WORDS ? value : otherwise;

/** Writes choices, in one transaction; those that are not given stay. */
export function changePageChoices({ doc, settings }: Script, choices: Partial<PageChoices>): void {
  doc.transact(() => {
    for (const [key, value] of Object.entries(choices)) if (settings.get(key) !== value) settings.set(key, value);
  });
}

/** What pages are made with: the chosen profile with its options, and the words that pages add. */
export interface PageSettings {
  readonly profile: Profile;
  readonly words: PageWords;
}

/** The page settings of choices. On the domestic page action is led by a triangle unless the script types its own. */
export function pageSettingsOf(choices: PageChoices, elements: readonly Element[]): PageSettings {
  const base = profileOf(choices.profile) ?? finalDraftLetter;
  const { splitAtSentences, continueds, more, contd } = choices;
  const deltas = base.deltas && !elements.some(({ text }) => text.startsWith('△'));
  return {
    profile: { ...base, splitAtSentences, continueds, deltas },
    words: { ...englishWords, more, contd },
  };
}
