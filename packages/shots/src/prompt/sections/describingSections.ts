/** The sentences that describe: place, light, look, what must stay, sound. */
import { isShouted, titleCase } from '../../coveredElement.ts';
import type { PromptSection } from '../../model.ts';
import type { ShotFieldName, ShotFields } from '../../shotField.ts';
import type { Language } from '../../vocabulary/term.ts';
import type { PromptScene } from '../promptInput.ts';
import { type Clause, clause, type Phrase, type Sentence } from './clause.ts';
import { LEXICON } from './lexicon.ts';
import { splitClauses, splitLines } from './splitText.ts';

type DescribingField = Extract<ShotFieldName, 'location' | 'light' | 'look' | 'sound' | 'keep'>;

/** The separator as it was typed, with a line end turned into a comma. */
function joinOf(between: string, language: Language): string {
  const mark = between.trim();
  if (mark === '') return LEXICON[language].comma;
  return /\s/.test(between) ? `${mark} ` : mark;
}

function describingClauses(field: DescribingField, text: string, language: Language): Clause[] {
  return splitClauses(text).map((piece) => clause(field, piece.text, joinOf(piece.between, language)));
}

const sceneNumber = /^\s*(?:[#＃]?\d+[A-Za-z]?[、.．)]\s*|第[^\s]{1,6}场\s*)/;
const sides: readonly [RegExp, 'interior' | 'exterior' | 'both'][] = [
  [/^(?:(?:INT|EXT)\.?\s*\/\s*(?:INT|EXT)|I\s*\/\s*E|内外景?|内\/外|内／外)[.．。:：]?$/i, 'both'],
  [/^(?:INT|内景?)[.．。:：]?$/i, 'interior'],
  [/^(?:EXT|EST|外景?)[.．。:：]?$/i, 'exterior'],
];

/** A heading's part as it is said: inside or outside in words, the rest without shouting. Same length unless it is a side. */
function sayPart(part: string, language: Language): string {
  const side = sides.find(([pattern]) => pattern.test(part))?.[1];
  if (side !== undefined) return LEXICON[language][side];
  return isShouted(part) ? titleCase(part) : part;
}

const headingPart =
  /(?:(?:INT|EXT)\.?\s*\/\s*(?:INT|EXT)|I\s*\/\s*E|INT|EXT|EST)(?:[.．。]|(?=\s))|\s[-–—－]+\s|[\n]|[^\S\n]+|[^\s]+/giy;

/** The parts of a heading with their places: the side, then what stands between dashes; in Chinese also between spaces. */
function headingParts(heading: string): { from: number; to: number }[] {
  const start = sceneNumber.exec(heading)?.[0].length ?? 0;
  const hasHanWords = /\p{Script=Han}/u.test(heading);
  const parts: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  headingPart.lastIndex = start;
  for (let match = headingPart.exec(heading); match !== null; match = headingPart.exec(heading)) {
    const [text] = match;
    const [from, to] = [match.index, match.index + text.length];
    if (text.trim() === '') {
      if (hasHanWords) open = undefined;
    } else if (/^\s[-–—－]+\s$/.test(text)) open = undefined;
    else if (
      open === undefined ||
      (parts.length === 1 && sides.some(([side]) => side.test(heading.slice(open!.from, open!.to))))
    ) {
      open = { from, to };
      parts.push(open);
    } else open.to = to;
  }
  return parts;
}

function sceneClauses(scene: PromptScene, language: Language): Clause[] {
  return headingParts(scene.heading).map(({ from, to }) =>
    clause('scene', sayPart(scene.heading.slice(from, to), language), LEXICON[language].comma, {
      element: scene.id,
      from,
      to,
    }),
  );
}

/** Where it is: the shot's own words, or else the scene's heading. */
export function locationSentence(fields: ShotFields, scene: PromptScene | null, language: Language): Sentence {
  const own = describingClauses('location', fields.location, language);
  return { section: 'location', clauses: own.length > 0 || scene === null ? own : sceneClauses(scene, language) };
}

/** The light or the look. */
export function describingSentence(
  section: Extract<PromptSection, 'light' | 'look'>,
  fields: ShotFields,
  language: Language,
): Sentence {
  return { section, clauses: describingClauses(section, fields[section], language) };
}

/** What must stay as it is through the clip, one per line. */
export function keepSentence(fields: ShotFields, language: Language): Sentence {
  const { keep, keepJoin } = LEXICON[language];
  const clauses = splitLines(fields.keep).map(({ text }) => clause('keep', text, keepJoin));
  return { section: 'keep', lead: { text: keep, field: 'keep' }, clauses };
}

/** What is heard beside the words. A text that names its own kind ("Ambient: …") gets no second name. */
export function soundSentence(fields: ShotFields, language: Language): Sentence {
  const lead: Phrase = { text: LEXICON[language].sound, field: 'sound' };
  const clauses = describingClauses('sound', fields.sound, language);
  const isNamed = /^\s*(?:SFX|Ambient|Ambience|Sound|Music|音效|环境声|音乐)\s*[:：]/i.test(fields.sound);
  return isNamed ? { section: 'sound', clauses } : { section: 'sound', lead, clauses };
}
