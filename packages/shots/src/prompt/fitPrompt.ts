/** Fits a prompt into its budget by dropping whole clauses in a fixed order. */
import type { ModelProfile } from '../model.ts';
import type { Language } from '../vocabulary/term.ts';
import { measure } from './measure.ts';
import type { DroppedClause } from './promptInput.ts';
import { promptPhrases, textOf } from './renderPrompt.ts';
import { type Clause, clauseText, type Phrase, type PromptField, type Sentence } from './sections/clause.ts';

/** One step of the order: which clauses of a field, the last first. `isTail`: all but the field's first clause. */
interface DropStep {
  readonly field: PromptField;
  readonly isNeeded: boolean;
  readonly isTail?: boolean;
}

const optional = (field: PromptField, isTail = false): DropStep => ({ field, isNeeded: false, isTail });
const needed = (field: PromptField): DropStep => ({ field, isNeeded: true });

/**
 * What goes first: look, lens, details of the place, light, sound. From the first needed step on the prompt is broken and says
 * so, but it never exceeds the budget. Source: reference on video models 3.3, step 7.
 */
const dropSteps: readonly DropStep[] = [
  optional('look'),
  optional('depthOfField'),
  optional('focalMm'),
  optional('location', true),
  optional('scene', true),
  optional('light'),
  optional('sound'),
  needed('framing'),
  needed('angle'),
  needed('location'),
  needed('scene'),
  needed('movement'),
  needed('keep'),
  needed('subjects'),
  needed('dialogue'),
  needed('action'),
  needed('size'),
];

interface Candidate {
  readonly clause: Clause;
  readonly isNeeded: boolean;
}

function candidatesOf(sentences: readonly Sentence[]): Candidate[] {
  const clauses = sentences.flatMap((sentence) => sentence.clauses);
  const taken = new Set<Clause>();
  return dropSteps.flatMap(({ field, isNeeded, isTail }) => {
    const own = clauses.filter((clause) => clause.field === field);
    const step = (isTail === true ? own.slice(1) : own).filter((clause) => !taken.has(clause)).reverse();
    for (const clause of step) taken.add(clause);
    return step.map((clause) => ({ clause, isNeeded }));
  });
}

/** A prompt that fits: its phrases, and what was dropped for it. */
export interface FittedPrompt {
  readonly phrases: readonly Phrase[];
  readonly text: string;
  readonly used: number;
  readonly dropped: readonly DroppedClause[];
}

/** The prompt without as many clauses as it takes to fit, none when it fits as it is. */
export function fitPrompt(sentences: readonly Sentence[], profile: ModelProfile, language: Language): FittedPrompt {
  const budget = Math.floor(profile.prompt.max * profile.prompt.share);
  const without = (candidates: readonly Candidate[]): FittedPrompt => {
    const drop = new Set(candidates.map(({ clause }) => clause));
    const phrases = promptPhrases(sentences, drop, language);
    const text = textOf(phrases);
    const dropped = candidates.map(({ clause, isNeeded }) => ({
      field: clause.field,
      text: clauseText(clause),
      isNeeded,
    }));
    return { phrases, text, used: measure(text, profile.prompt.unit), dropped };
  };
  const whole = without([]);
  if (whole.used <= budget) return whole;

  const candidates = candidatesOf(sentences);
  let [low, high] = [1, candidates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (without(candidates.slice(0, middle)).used <= budget) high = middle;
    else low = middle + 1;
  }
  return without(candidates.slice(0, low));
}
