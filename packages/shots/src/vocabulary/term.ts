/** Terms of the vocabularies: a code is stored, a label is shown, a phrase is said to a model. */

/** The languages that labels, phrases and prompts have. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in every language. */
export type Bilingual = Readonly<Record<Language, string>>;

/** What a code stands for. `label` is what a person reads in a list or a form; `phrase` is what a prompt says, empty: nothing. */
export interface Term {
  readonly label: Bilingual;
  readonly phrase: Bilingual;
}

/** A vocabulary: terms by code. The order of the keys is the order in which they are offered. */
export type Vocabulary = Readonly<Record<string, Term>>;

/** One line of a vocabulary: the two labels, then the two phrases. */
export function term(en: string, zh: string, phraseEn: string, phraseZh: string): Term {
  return { label: { en, zh }, phrase: { en: phraseEn, zh: phraseZh } };
}
