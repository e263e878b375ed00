/** What the compiler noticed, as codes and facts; the words for them are in the message files. */

/**
 * Every code with its weight. `note`: something was done for the person; `warning`: the result may surprise;
 * `error`: the prompt does not say what the shot needs, and must not be sent.
 */
export const PROMPT_WARNINGS = {
  /** `{field, code}`: the vocabulary does not have the code; it was left out. */
  'code.unknown': 'warning',
  /** `{field, value, used}`: a number outside its range was clamped. */
  'number.outOfRange': 'warning',
  /** `{model, used}`: the registry does not have the model; the default was taken. */
  'model.unknown': 'warning',
  /** `{model}`: the provider has switched it off. */
  'model.retired': 'error',
  /** `{aspect, used}`: the model does not make this picture. */
  'aspect.unsupported': 'warning',
  /** `{from, to}` in seconds: raised to the next legal length. */
  'duration.raised': 'note',
  /** `{asked, max}` in seconds: cut to the longest that the model makes. */
  'duration.tooLong': 'warning',
  /** `{needs, from, to}` in seconds: raised so that the words can be spoken. */
  'dialogue.raised': 'note',
  /** `{needs, max}` in seconds: the words cannot be spoken in any clip of this model. */
  'dialogue.tooLong': 'error',
  /** `{language}`: the model is not known to speak it. */
  'dialogue.language': 'warning',
  /** Two languages are spoken in one clip. */
  'dialogue.mixed': 'warning',
  /** `{field}`: free words in another language than the prompt's; they were kept as they are. */
  'text.otherLanguage': 'note',
  /** `{field}`: a speed or an end without a movement is not said. */
  'move.missing': 'warning',
  /** `{field}`: a static camera has no speed and no end. */
  'move.static': 'warning',
  /** `{count}`: several subjects in an extreme close-up. */
  'size.crowded': 'warning',
  /** `{focalMm}`: a very wide lens in an extreme close-up. */
  'lens.distorts': 'warning',
  /** Nothing happens in the shot and nobody speaks. */
  'action.empty': 'note',
  /** `{text, said}`: the list of what to avoid takes nouns; "no …" was taken off, because the model might do the opposite. */
  'avoid.negation': 'warning',
  /** `{count}`: clauses were dropped to fit the length; `dropped` names them. */
  'length.dropped': 'note',
  /** `{count}`: clauses that the shot needs were dropped to fit. */
  'length.over': 'error',
  /** `{count}`: nouns to avoid that did not fit. */
  'avoid.dropped': 'warning',
} as const;

export type PromptWarningCode = keyof typeof PROMPT_WARNINGS;
export type PromptWarningWeight = (typeof PROMPT_WARNINGS)[PromptWarningCode];

/** One thing that the compiler noticed. `facts` hold what the message needs, and `field` where it is about one. */
export interface PromptWarning {
  readonly code: PromptWarningCode;
  readonly weight: PromptWarningWeight;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A warning with the weight of its code. */
export function warn(code: PromptWarningCode, facts: PromptWarning['facts'] = {}): PromptWarning {
  return { code, weight: PROMPT_WARNINGS[code], facts };
}
