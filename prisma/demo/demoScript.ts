/**
 * The shape of the demo's content: data only, without ids, rows or documents. Whoever seeds it reads the Fountain file, finds the
 * quoted words (`placeWords.ts`), and makes documents and rows of the rest. Lists are in the order in which they are shown.
 */
import type { ShotFields } from '../../packages/shots/src/index.ts';

/** The people of the demo, by the role that each has in its project. */
export type DemoRole = 'writer' | 'director' | 'producer';

/**
 * Words of the script. They begin where `from` begins and end where the first `to` after it ends, or where `from` ends if there is no
 * `to`. Elements are joined by a line feed, so that a quote may run over several. `occurrence` counts from 0; absent: the first.
 */
export interface DemoWords {
  readonly from: string;
  readonly to?: string;
  readonly occurrence?: number;
}

/** A group of the shot list. `words` are where it was made; the scene that they stand in is the beat's. */
interface DemoBeat {
  readonly key: string;
  readonly title: string;
  readonly words: DemoWords;
}

/** A shot. Its label follows from the order of the list and the scene that its words begin in. */
export interface DemoShot {
  readonly key: string;
  readonly words: DemoWords;
  readonly beat?: string;
  readonly fields: Partial<ShotFields>;
}

export interface DemoReply {
  readonly by: DemoRole;
  readonly minutesAgo: number;
  readonly body: string;
  readonly mentions?: readonly DemoRole[];
}

/** A thread. `resolved`: somebody closed it. */
export interface DemoComment extends DemoReply {
  readonly on: { readonly words: DemoWords } | { readonly shot: string } | { readonly beat: string };
  readonly replies?: readonly DemoReply[];
  readonly resolved?: { readonly by: DemoRole; readonly minutesAgo: number };
}

/**
 * A decision at a gate. `seen`: the script said something else at that time; in the covered words and therefore in the prompt each `now`
 * stood as `was`. The row's content and hashes are those of what was seen, so that a `seen` decision is stale from the start.
 */
export interface DemoDecision {
  readonly shot: string;
  readonly gate: 'script' | 'prompt';
  readonly decision: 'approve' | 'request_changes' | 'withdraw';
  readonly by: DemoRole;
  readonly minutesAgo: number;
  readonly note?: string;
  readonly seen?: readonly { readonly now: string; readonly was: string }[];
}

/** A change of the script's words, by one of the people. `now` stands once in the file, which is what came of all edits. */
interface DemoEdit {
  readonly by: DemoRole;
  readonly minutesAgo: number;
  readonly now: string;
  readonly was: string;
}

/** One script of the demo. `file` lies beside this module. */
export interface DemoScript {
  readonly title: string;
  readonly format: 'short';
  readonly language: 'en' | 'zh';
  readonly file: string;
  readonly edits: readonly DemoEdit[];
  readonly beats: readonly DemoBeat[];
  readonly shots: readonly DemoShot[];
  readonly comments: readonly DemoComment[];
  readonly decisions: readonly DemoDecision[];
}
