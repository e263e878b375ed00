/** What a decision at a gate is bound to: the canonical content that was on screen, and the hash of each of its components. */
import type { CoveredElement } from '../coveredElement.ts';
import type { ShotFieldName, ShotFields } from '../shotField.ts';
import { SHOT_FIELD_NAMES } from '../shotField.ts';
import { canonicalSet, canonicalText, HASH_VERSION, hashComponent } from './canonical.ts';

/** The points at which people decide. */
export const GATES = ['script', 'prompt', 'picture', 'final'] as const;
export type Gate = (typeof GATES)[number];

/** The parts that are hashed apart, so that a stale approval can name its cause. */
export const COMPONENTS = ['words', 'shot', 'prompt', 'take', 'place'] as const;
export type ComponentName = (typeof COMPONENTS)[number];

/** The components that a gate binds. */
export const GATE_COMPONENTS = {
  script: ['words'],
  prompt: ['words', 'shot', 'prompt'],
  picture: ['words', 'shot', 'prompt', 'take'],
  final: ['words', 'shot', 'prompt', 'take', 'place'],
} as const satisfies Record<Gate, readonly ComponentName[]>;

/** Fields that are never hashed: a name, notes, and what the prompt component already holds. */
const unhashedFields: readonly ShotFieldName[] = ['title', 'notes', 'model', 'promptLanguage'];

/** The fields that an approval binds. Only these; a new field is approved from the day it is named here. */
export const HASHED_FIELDS: readonly ShotFieldName[] = SHOT_FIELD_NAMES.filter(
  (name) => !unhashedFields.includes(name),
);

/** One covered element as it is approved. `cue` is there for speech. */
export interface ApprovedWords {
  readonly type: string;
  readonly cue?: string;
  readonly text: string;
}
/** A prompt as it is approved. `references` are ids of reference pictures, as a set. */
export interface ApprovedPrompt {
  readonly text: string;
  readonly negative: string;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  readonly references: readonly string[];
}
/** The place of a take in a cut; `in` and `out` are frames. */
export interface ApprovedPlace {
  readonly cut: string;
  readonly in: number;
  readonly out: number;
}

/** The canonical content itself: what a row keeps so that a difference can always be shown. Absent fields said nothing. */
export interface ApprovedContent {
  readonly words?: readonly ApprovedWords[];
  readonly shot?: Readonly<Partial<Record<ShotFieldName, string | number>>>;
  readonly prompt?: ApprovedPrompt;
  /** The SHA-256 of the take's file, `sha256:…`; `null`: there is none. */
  readonly take?: string | null;
  readonly place?: ApprovedPlace | null;
}

/** The hashes of a gate's components. `null`: the component is bound, and there is none. */
export type ComponentHashes = Readonly<Partial<Record<ComponentName, string | null>>>;

/** What an approver has on screen, in full. */
export interface ApprovalContent {
  readonly gate: Gate;
  readonly hash: string;
  readonly hashVersion: number;
  readonly components: ComponentHashes;
  readonly content: ApprovedContent;
}

/** What the content is read from. `prompt` is a compiled prompt; `take` and `place` matter to the gates picture and final. */
export interface ApprovalInput {
  readonly gate: Gate;
  readonly words: readonly CoveredElement[];
  readonly fields: ShotFields;
  readonly prompt: Omit<ApprovedPrompt, 'references'> & { readonly references?: readonly string[] };
  readonly take?: { readonly sha256: string } | null;
  readonly place?: ApprovedPlace | null;
}

const speech: readonly string[] = ['dialogue', 'parenthetical', 'lyrics'];

/** Elements of which nothing is left after canonicalising are left out: nobody saw them. */
function approvedWords(words: readonly CoveredElement[]): ApprovedWords[] {
  const lines = words.map(({ type, cue, text }): ApprovedWords => {
    const line = { type, text: canonicalText(text) };
    return cue !== undefined && speech.includes(type) ? { ...line, cue: canonicalText(cue) } : line;
  });
  return lines.filter((line) => line.text !== '');
}

function approvedShot(fields: ShotFields): Readonly<Partial<Record<ShotFieldName, string | number>>> {
  const entries = HASHED_FIELDS.map((name) => {
    const value = fields[name];
    return [name, typeof value === 'string' ? canonicalText(value) : value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));
}

function approvedPrompt(prompt: ApprovalInput['prompt']): ApprovedPrompt {
  return {
    text: canonicalText(prompt.text),
    negative: canonicalText(prompt.negative),
    parameters: { ...prompt.parameters },
    references: canonicalSet(prompt.references ?? []),
  };
}

function contentOf(input: ApprovalInput, name: ComponentName): ApprovedContent[ComponentName] {
  switch (name) {
    case 'words':
      return approvedWords(input.words);
    case 'shot':
      return approvedShot(input.fields);
    case 'prompt':
      return approvedPrompt(input.prompt);
    case 'take':
      return input.take?.sha256 ?? null;
    case 'place':
      return input.place ?? null;
  }
}

/** A take is named by its own hash; everything else that is there is hashed. */
function hashOf(name: ComponentName, content: unknown): string | null {
  if (content === null || name === 'take') return content as string | null;
  return hashComponent(name, content);
}

/** The hash that ties the components together: what an approver sends, and what the server compares. */
export function hashApproval(components: ComponentHashes | Readonly<Record<string, string | null>>): string {
  return hashComponent('approval', components);
}

/** What a gate binds now: content, hash of each component, and the hash of them all. Order, labels, notes and cost move none. */
export function approvalContent(input: ApprovalInput): ApprovalContent {
  const names: readonly ComponentName[] = GATE_COMPONENTS[input.gate];
  const content = Object.fromEntries(names.map((name) => [name, contentOf(input, name)])) as ApprovedContent;
  const components = Object.fromEntries(names.map((name) => [name, hashOf(name, content[name])])) as ComponentHashes;
  return { gate: input.gate, hash: hashApproval(components), hashVersion: HASH_VERSION, components, content };
}
