/** The model of one open script: what its rooms, comments and decisions say together, kept up to date. */
import {
  coveredBetween,
  followGround,
  openScript,
  readBeats,
  readElements,
  readShots,
  resolveAnchor,
} from '@tramline/collab';
import { chineseDomestic, finalDraftLetter } from '@tramline/screenplay';
import type { ScriptView } from '@tramline/wire';
import type { Room } from '../../../sync/room.ts';
import type { ApprovalStore } from '../../approvals/approvalStore.ts';
import type { CommentStore } from '../../comments/commentStore.ts';
import { createDerivation } from './deriveModel.ts';
import { createModelStore, type ModelClock, type WorkspaceModelStore } from './modelStore.ts';

export interface WorkspaceModelParts {
  readonly scriptRoom: Pick<Room, 'doc'>;
  readonly shotsRoom: Pick<Room, 'doc'>;
  readonly approvals: Pick<ApprovalStore, 'getSnapshot' | 'subscribe'>;
  readonly comments: Pick<CommentStore, 'getSnapshot' | 'subscribe'>;
  /** The script's language: it decides which page its lengths are measured on. */
  readonly language: ScriptView['language'];
  readonly clock?: ModelClock;
}

/** Follows all four sources until it is disposed of. */
export function createWorkspaceModel({
  scriptRoom,
  shotsRoom,
  approvals,
  comments,
  language,
  clock,
}: WorkspaceModelParts): WorkspaceModelStore {
  const script = openScript(scriptRoom.doc);
  const derive = createDerivation(language === 'zh' ? chineseDomestic : finalDraftLetter);

  const store = createModelStore(() => {
    const ground = followGround(script);
    return derive({
      elements: readElements(ground),
      shots: readShots(shotsRoom.doc),
      beats: readBeats(shotsRoom.doc),
      approvals: approvals.getSnapshot(),
      comments: comments.getSnapshot(),
      resolve: (anchor) => resolveAnchor(ground, anchor),
      cover: (place) => coveredBetween(ground, { ...place, by: 'rel' }),
    });
  }, clock);

  scriptRoom.doc.on('update', store.markChanged);
  shotsRoom.doc.on('update', store.markChanged);
  const stops = [approvals.subscribe(store.markChanged), comments.subscribe(store.markChanged)];
  return {
    ...store,
    dispose() {
      scriptRoom.doc.off('update', store.markChanged);
      shotsRoom.doc.off('update', store.markChanged);
      for (const stop of stops) stop();
      store.dispose();
    },
  };
}
