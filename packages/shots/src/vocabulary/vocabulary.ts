/** All vocabularies by name, and how a code is looked up. */
import { MODEL_TERMS } from '../model.ts';
import { type CodeFieldName, SHOT_FIELDS } from '../shotField.ts';
import { MOVEMENT_TERMS, SPEED_TERMS } from './moveTerms.ts';
import { ANGLE_TERMS, DEPTH_OF_FIELD_TERMS, FRAMING_TERMS, SIZE_TERMS } from './pictureTerms.ts';
import { type Language, type Term, term, type Vocabulary } from './term.ts';

/** The vocabularies that `SHOT_FIELDS` names. */
export const VOCABULARIES = {
  size: SIZE_TERMS,
  framing: FRAMING_TERMS,
  angle: ANGLE_TERMS,
  movement: MOVEMENT_TERMS,
  speed: SPEED_TERMS,
  depthOfField: DEPTH_OF_FIELD_TERMS,
  model: MODEL_TERMS,
  language: { en: term('English', '英文', '', ''), zh: term('Chinese', '中文', '', '') },
} as const satisfies Record<string, Vocabulary>;

export type VocabularyName = keyof typeof VOCABULARIES;

/** The vocabulary that a code field takes its codes from. */
export function vocabularyOf(field: CodeFieldName): Vocabulary {
  return VOCABULARIES[SHOT_FIELDS[field].vocabulary];
}

/** The term of a code; `undefined` when the vocabulary does not have it. */
export function termOf(field: CodeFieldName, code: string): Term | undefined {
  const vocabulary = vocabularyOf(field);
  return Object.hasOwn(vocabulary, code) ? vocabulary[code] : undefined;
}

/** What a person reads for a code: its label, or the code itself when the vocabulary does not have it. */
export function labelOfCode(field: CodeFieldName, code: string, language: Language): string {
  return termOf(field, code)?.label[language] ?? code;
}
