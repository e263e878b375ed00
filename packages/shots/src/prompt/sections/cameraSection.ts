/** The camera's sentence: size, framing, angle, movement, lens, depth of field. */
import { type CodeFieldName, SHOT_FIELDS, type ShotFields } from '../../shotField.ts';
import type { Language } from '../../vocabulary/term.ts';
import { termOf } from '../../vocabulary/vocabulary.ts';
import { type PromptWarning, warn } from '../promptWarning.ts';
import { type Clause, clause, type Phrase, type Sentence } from './clause.ts';
import { LEXICON } from './lexicon.ts';

/** The phrase of a code, `''` when nothing is to be said. An unknown code is reported and not said. */
function phraseOf(fields: ShotFields, field: CodeFieldName, language: Language, warnings: PromptWarning[]): string {
  const code = fields[field];
  if (code === undefined) return '';
  const found = termOf(field, code);
  if (found === undefined) warnings.push(warn('code.unknown', { field, code }));
  return found?.phrase[language] ?? '';
}

/** A movement with its speed before it and its end behind it, each from its own field; nothing without a movement. */
function movementPhrases(fields: ShotFields, language: Language, warnings: PromptWarning[]): Phrase[] {
  const movement = phraseOf(fields, 'movement', language, warnings);
  const speed = phraseOf(fields, 'movementSpeed', language, warnings);
  const end = fields.movementEnd
    .replace(/\s/g, ' ')
    .trim()
    .replace(/[.。，,;；]+$/, '');
  const isStatic = fields.movement === 'STATIC';
  if (movement === '' || isStatic) {
    const code = isStatic ? 'move.static' : 'move.missing';
    if (speed !== '') warnings.push(warn(code, { field: 'movementSpeed' }));
    if (end !== '') warnings.push(warn(code, { field: 'movementEnd' }));
    return movement === '' ? [] : [{ text: movement, field: 'movement' }];
  }
  const phrases: Phrase[] = [{ text: movement, field: 'movement' }];
  if (speed !== '')
    phrases.unshift({ text: speed, field: 'movementSpeed' }, ...(language === 'en' ? [{ text: ' ' }] : []));
  if (end !== '')
    phrases.push({ text: LEXICON[language].endsOn(end), field: 'movementEnd' }, { text: end, field: 'movementEnd' });
  return phrases;
}

/** A focal length inside the field's range. */
export function clampFocal(fields: ShotFields, warnings: PromptWarning[]): number | undefined {
  const { min, max } = SHOT_FIELDS.focalMm;
  const { focalMm } = fields;
  if (focalMm === undefined || (focalMm >= min && focalMm <= max)) return focalMm;
  const used = Math.min(max, Math.max(min, focalMm));
  warnings.push(warn('number.outOfRange', { field: 'focalMm', value: focalMm, used }));
  return used;
}

/** The camera's sentence; no clauses when nothing is said about the camera. */
export function cameraSentence(fields: ShotFields, language: Language, warnings: PromptWarning[]): Sentence {
  const { comma, focal } = LEXICON[language];
  const code = (field: CodeFieldName): Clause => clause(field, phraseOf(fields, field, language, warnings), comma);
  const millimetres = clampFocal(fields, warnings);
  const clauses: Clause[] = [
    code('size'),
    code('framing'),
    code('angle'),
    { field: 'movement', join: comma, phrases: movementPhrases(fields, language, warnings) },
    clause('focalMm', millimetres === undefined ? '' : focal(millimetres), comma),
    code('depthOfField'),
  ];
  return { section: 'camera', clauses: clauses.filter(({ phrases }) => phrases.some(({ text }) => text !== '')) };
}
