/**
 * What the workspace's screens read: script, shots, beats, threads and decisions joined into one graph over the words.
 * Everything here is derived and never stored. Parts that did not change keep their identity, so a view may compare with `===`.
 */
import type { AnchorPlace, BeatRecord, ShotRecord } from '@tramline/collab';
import type { Element } from '@tramline/screenplay';
import type { ApprovalContent, CompiledPrompt, CoveredElement, GateStatus } from '@tramline/shots';
import type { Anchor, ApprovalView, CommentView, Gate, OPEN_GATES } from '@tramline/wire';

/** A place in the script: the ordinal of an element and an offset in its text, in UTF-16 code units. */
export interface WordPlace {
  readonly ordinal: number;
  readonly offset: number;
}

/** Where the words of a shot or a thread are now; `orphaned` says which words they were. */
export type WordsPlace =
  | { readonly state: 'placed'; readonly start: WordPlace; readonly end: WordPlace }
  | { readonly state: 'orphaned'; readonly quote: string };

/** The gates that can be decided so far; the others come with takes. */
export type DecidableGate = (typeof OPEN_GATES)[number];
export type GateState = GateStatus['state'];

export interface ShotView {
  readonly id: string;
  readonly record: ShotRecord;
  /** `12A`; an orphaned shot has none: the empty string. */
  readonly label: string;
  readonly title: string;
  readonly sceneId: string | null;
  /** The token of its line's colour, such as `line-teal`. */
  readonly hue: string;
  readonly lane: number;
  readonly place: WordsPlace;
  readonly words: readonly CoveredElement[];
  readonly prompt: CompiledPrompt;
  /** What an approval at each gate would be bound to now; `content` is the prompt gate's. */
  readonly content: ApprovalContent;
  readonly contents: Readonly<Record<DecidableGate, ApprovalContent>>;
  readonly gates: Readonly<Record<Gate, GateStatus<ApprovalView>>>;
  /** The decisions about this shot, by time. */
  readonly approvals: readonly ApprovalView[];
}

export interface SceneView {
  readonly id: string;
  readonly number: string;
  readonly heading: Element;
  /** `INT`, `EXT`, `内`, `外` … as written; empty when the heading has none. */
  readonly intExt: string;
  /** The heading without its beginning and its time of day. */
  readonly title: string;
  /** The scene's elements are `[from, to)`; the heading is `from`. */
  readonly from: number;
  readonly to: number;
  /** Length in eighths of a page, written as the trade writes it. */
  readonly eighths: string;
  readonly eighthsCount: number;
  readonly shots: readonly ShotView[];
  /** Stretches of the scene that a shot covers, as fractions of its length, ascending and apart. */
  readonly coverage: readonly { readonly from: number; readonly to: number }[];
  /** The state at each gate that needs a person most, over all shots of the scene. */
  readonly worst: Readonly<Record<Gate, GateState>>;
}

export interface BeatView {
  readonly id: string;
  readonly record: BeatRecord;
  readonly title: string;
  /** The scene it stands in: that of its words, else that of its first shot. */
  readonly sceneId: string | null;
  readonly shots: readonly ShotView[];
}

export interface ThreadView {
  readonly root: CommentView;
  readonly replies: readonly CommentView[];
  readonly place: WordsPlace | { readonly state: 'beat' | 'shot' };
}

export interface WorkspaceModel {
  readonly elements: readonly Element[];
  readonly scenes: readonly SceneView[];
  /** Placed shots in the order of the script's scenes, then of their order keys; orphaned shots last. */
  readonly shots: readonly ShotView[];
  readonly shotById: ReadonlyMap<string, ShotView>;
  readonly beats: readonly BeatView[];
  readonly threads: readonly ThreadView[];
  readonly orphans: readonly ShotView[];
  /** The covered part of the script's words, 0 to 1. */
  readonly coverage: number;
}

/** What the model is derived from, as it stands at one moment. Elements and records keep their identity while they do not change. */
export interface ModelInput {
  readonly elements: readonly Element[];
  readonly shots: readonly ShotRecord[];
  readonly beats: readonly BeatRecord[];
  readonly approvals: readonly ApprovalView[];
  readonly comments: readonly CommentView[];
  /** Finds an anchor's words among `elements`. */
  readonly resolve: (anchor: Anchor) => AnchorPlace;
  /** The words of a place, element by element. */
  readonly cover: (place: Extract<WordsPlace, { state: 'placed' }>) => readonly CoveredElement[];
}
