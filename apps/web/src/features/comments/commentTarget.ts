/** What a new thread would hang on: the selected words, else the selected shot. */
import { createAnchor, followGround, openScript } from '@tramline/collab';
import type { CommentTarget } from '@tramline/wire';
import type { WordRange } from '../workspace/focusStore.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A target with a name of its own, under which an unsent draft is kept. */
export interface DraftTarget {
  readonly key: string;
  readonly target: CommentTarget;
  /** The words, for the line over the box. */
  readonly quote: string;
}

/** Anchors the selected words now, so that they are still found when the comment is sent. */
export function targetWords({ scriptRoom }: Pick<Workspace, 'scriptRoom'>, { start, end }: WordRange): DraftTarget {
  const anchor = createAnchor(followGround(openScript(scriptRoom.doc)), start, end);
  return { key: 'new:words', target: { kind: 'words', anchor }, quote: anchor.quote };
}

export function targetShot(shotId: string): DraftTarget {
  return { key: `new:shot:${shotId}`, target: { kind: 'shot', id: shotId }, quote: '' };
}

export function targetBeat(beatId: string): DraftTarget {
  return { key: `new:beat:${beatId}`, target: { kind: 'beat', id: beatId }, quote: '' };
}
