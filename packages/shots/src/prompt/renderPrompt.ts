/** From sentences to text, with the source of every character. */
import type { Language } from '../vocabulary/term.ts';
import type { PromptSource } from './promptInput.ts';
import { type Clause, endsSentence, type Phrase, type Sentence } from './sections/clause.ts';
import { LEXICON } from './sections/lexicon.ts';

/** A small Latin letter at the start of an English sentence becomes a capital; the length stays. */
function capitalised(phrase: Phrase, language: Language): Phrase {
  return language === 'en' && /^[a-zà-öø-þ]/.test(phrase.text)
    ? { ...phrase, text: phrase.text[0]!.toUpperCase() + phrase.text.slice(1) }
    : phrase;
}

function sentencePhrases(sentence: Sentence, dropped: ReadonlySet<Clause>, language: Language): Phrase[] {
  const kept = sentence.clauses.filter((clause) => !dropped.has(clause));
  if (kept.length === 0) return [];
  const body = kept.flatMap((clause, i) => (i === 0 ? clause.phrases : [{ text: clause.join }, ...clause.phrases]));
  const [first, ...rest] = [...(sentence.lead === undefined ? [] : [sentence.lead]), ...body].filter(
    ({ text }) => text !== '',
  );
  if (first === undefined) return [];
  const end = rest.at(-1)?.text ?? first.text;
  const stop = sentence.isClosed === true || endsSentence(end) ? [] : [{ text: LEXICON[language].stop }];
  return [capitalised(first, language), ...rest, ...stop];
}

/** What the sentences say, phrase after phrase, without the dropped clauses. */
export function promptPhrases(
  sentences: readonly Sentence[],
  dropped: ReadonlySet<Clause>,
  language: Language,
): Phrase[] {
  const phrases: Phrase[] = [];
  for (const sentence of sentences) {
    const next = sentencePhrases(sentence, dropped, language);
    const gap = LEXICON[language].betweenSentences;
    if (phrases.length > 0 && next.length > 0 && gap !== '') phrases.push({ text: gap });
    phrases.push(...next);
  }
  return phrases;
}

/** The text of phrases. */
export function textOf(phrases: readonly Phrase[]): string {
  return phrases.map(({ text }) => text).join('');
}

/** The source map of phrases: end to end, from 0 to the length of their text. */
export function sourcesOf(phrases: readonly Phrase[], place: PromptSource['in']): PromptSource[] {
  let start = 0;
  return phrases.map(({ text, field, words }) => {
    const source = { start, end: start + text.length, in: place };
    start = source.end;
    return { ...source, ...(field === undefined ? {} : { field }), ...(words === undefined ? {} : { words }) };
  });
}
