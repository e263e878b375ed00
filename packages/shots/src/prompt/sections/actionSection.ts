/** What is seen and what happens: the subjects and the action, the action from the script's own words while the shot has none. */
import type { CoveredElement } from '../../coveredElement.ts';
import type { ShotFields } from '../../shotField.ts';
import type { Language } from '../../vocabulary/term.ts';
import { type Clause, clause, clauseText, endsSentence, type Sentence } from './clause.ts';
import { LEXICON } from './lexicon.ts';
import { splitLines, splitSentences } from './splitText.ts';

/** Elements whose words describe what is seen. */
const describing: readonly string[] = ['action', 'general', 'shot'];

const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text);

/** What stands between two sentences of the action. */
function joinAfter(before: string, next: string, language: Language): string {
  const { stop, betweenSentences } = LEXICON[language];
  if (endsSentence(before)) return language === 'zh' && /[.!?]["')]*$/.test(before) ? ' ' : betweenSentences;
  return startsSmall(next) ? ' ' : stop + betweenSentences;
}

/**
 * What stands between the subjects and the action. An action that begins with a small letter, or in Chinese one that does not
 * name a subject, is what the subjects do; any other is a sentence of its own.
 */
function joinAfterSubjects(
  subjects: readonly string[],
  action: string,
  isFromField: boolean,
  language: Language,
): string {
  const { stop, betweenSentences, comma } = LEXICON[language];
  const last = subjects.at(-1)!;
  if (language === 'en') return startsSmall(action) ? ' ' : joinAfter(last, action, language);
  const names = subjects.map((subject) => subject.split(/[（(，,\s]/)[0]!).filter((name) => name !== '');
  if (!isFromField || names.some((name) => action.startsWith(name))) return stop + betweenSentences;
  if (subjects.length > 1) return comma;
  return /[\x21-\x7e]$/.test(last) || /^[\x21-\x7e]/.test(action) ? ' ' : '';
}

function subjectClauses(subjects: string, language: Language): Clause[] {
  const { item, lastItem } = LEXICON[language];
  const lines = splitLines(subjects);
  return lines.map(({ text }, i) => clause('subjects', text, i === lines.length - 1 ? lastItem : item));
}

function fieldClauses(action: string, language: Language): Clause[] {
  const pieces = splitSentences(action);
  return pieces.map(({ text }, i) =>
    clause('action', text, i === 0 ? '' : joinAfter(pieces[i - 1]!.text, text, language)),
  );
}

function coveredClauses(words: readonly CoveredElement[], language: Language): Clause[] {
  const clauses: Clause[] = [];
  for (const element of words) {
    if (!describing.includes(element.type)) continue;
    for (const { text, from, to } of splitSentences(element.text)) {
      const before = clauses.at(-1);
      const join = before === undefined ? '' : joinAfter(clauseText(before), text, language);
      clauses.push(
        clause('action', text, join, { element: element.id, from: element.from + from, to: element.from + to }),
      );
    }
  }
  return clauses;
}

/** The sentence of subjects and action; no clauses when both are empty and no action is covered. */
export function actionSentence(fields: ShotFields, words: readonly CoveredElement[], language: Language): Sentence {
  const subjects = subjectClauses(fields.subjects, language);
  const own = fieldClauses(fields.action, language);
  const action = own.length > 0 ? own : coveredClauses(words, language);
  const [first, ...rest] = action;
  if (first === undefined || subjects.length === 0) return { section: 'action', clauses: [...subjects, ...action] };
  const join = joinAfterSubjects(subjects.map(clauseText), clauseText(first), own.length > 0, language);
  return { section: 'action', clauses: [...subjects, { ...first, join }, ...rest] };
}
