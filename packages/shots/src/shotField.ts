/** The fields of a shot: one table from which the document's shape, the form and the compiler read. Source: DESIGN.md 4. */

/**
 * How a field is kept. `code`: one of a vocabulary's codes; `number`: a finite number; `text`: words that several people
 * edit at once; every text exists from the shot's creation on, so that two people never make it twice.
 */
export type ShotFieldKind = 'code' | 'number' | 'text';

export const SHOT_FIELDS = {
  /** A short name, never compiled and never hashed. */
  title: { kind: 'text' },
  size: { kind: 'code', vocabulary: 'size' },
  framing: { kind: 'code', vocabulary: 'framing' },
  angle: { kind: 'code', vocabulary: 'angle' },
  movement: { kind: 'code', vocabulary: 'movement' },
  movementSpeed: { kind: 'code', vocabulary: 'speed' },
  /** Where a movement ends: "on the lever". */
  movementEnd: { kind: 'text' },
  /** Focal length in millimetres. */
  focalMm: { kind: 'number', min: 4, max: 1200 },
  depthOfField: { kind: 'code', vocabulary: 'depthOfField' },
  subjects: { kind: 'text' },
  action: { kind: 'text' },
  location: { kind: 'text' },
  light: { kind: 'text' },
  look: { kind: 'text' },
  sound: { kind: 'text' },
  /** Duration in frames at 24 fps. */
  durationFrames: { kind: 'number', min: 1, max: 14_400 },
  /** What must stay, one per line. */
  keep: { kind: 'text' },
  /** What must not be seen, nouns, one per line. */
  avoid: { kind: 'text' },
  /** Free notes, never compiled and never hashed. */
  notes: { kind: 'text' },
  /** The model that the prompt is compiled for, an id of the registry. */
  model: { kind: 'code', vocabulary: 'model' },
  promptLanguage: { kind: 'code', vocabulary: 'language' },
} as const satisfies Record<string, { kind: ShotFieldKind; vocabulary?: string; min?: number; max?: number }>;

export type ShotFieldName = keyof typeof SHOT_FIELDS;
type KindOf<N extends ShotFieldName> = (typeof SHOT_FIELDS)[N]['kind'];

/** A shot's fields as plain data. An absent code or number is absent; an absent text is the empty string. */
export type ShotFields = {
  readonly [N in ShotFieldName as KindOf<N> extends 'text' ? N : never]: string;
} & {
  readonly [N in ShotFieldName as KindOf<N> extends 'code' ? N : never]?: string;
} & {
  readonly [N in ShotFieldName as KindOf<N> extends 'number' ? N : never]?: number;
};

/** The names of all fields, in the order in which forms and exports show them. */
export const SHOT_FIELD_NAMES = Object.keys(SHOT_FIELDS) as readonly ShotFieldName[];

/** The names of the fields that are texts, codes or numbers. */
export type TextFieldName = { [N in ShotFieldName]: KindOf<N> extends 'text' ? N : never }[ShotFieldName];
export type CodeFieldName = { [N in ShotFieldName]: KindOf<N> extends 'code' ? N : never }[ShotFieldName];
export type NumberFieldName = { [N in ShotFieldName]: KindOf<N> extends 'number' ? N : never }[ShotFieldName];

function namesOf(kind: ShotFieldKind): ShotFieldName[] {
  return SHOT_FIELD_NAMES.filter((name) => SHOT_FIELDS[name].kind === kind);
}
export const TEXT_FIELD_NAMES = namesOf('text') as readonly TextFieldName[];
export const CODE_FIELD_NAMES = namesOf('code') as readonly CodeFieldName[];
export const NUMBER_FIELD_NAMES = namesOf('number') as readonly NumberFieldName[];

/** The fields of a shot about which nothing is said yet: every text empty, no code, no number. */
export function emptyShotFields(): ShotFields {
  return Object.fromEntries(TEXT_FIELD_NAMES.map((name) => [name, ''])) as Record<TextFieldName, string>;
}

/** The frame rate that `durationFrames` counts in. */
export const FRAMES_PER_SECOND = 24;
