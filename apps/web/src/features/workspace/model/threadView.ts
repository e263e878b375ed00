/** Threads: comments gathered under their first one, with the place that they hang on now. */
import type { CommentView } from '@tramline/wire';
import { keepData, keepList, keepObject } from './keepIdentity.ts';
import type { ThreadView, WordsPlace } from './workspaceModel.ts';

/** Makes threads out of comments; called again it keeps every thread in which nothing changed. */
export function createThreadReader(): (
  comments: readonly CommentView[],
  placeOf: (comment: CommentView) => WordsPlace,
) => readonly ThreadView[] {
  let before = new Map<string, ThreadView>();
  let list: readonly ThreadView[] = [];
  return (comments, placeOf) => {
    const replies = new Map<string, CommentView[]>();
    for (const comment of comments)
      if (comment.threadId !== null && !comment.isDeleted) {
        const siblings = replies.get(comment.threadId);
        if (siblings) siblings.push(comment);
        else replies.set(comment.threadId, [comment]);
      }
    const now = new Map<string, ThreadView>();
    for (const root of comments) {
      if (root.threadId !== null || root.target === null) continue;
      const answers = replies.get(root.id) ?? [];
      if (root.isDeleted && answers.length === 0) continue;
      const old = before.get(root.id);
      const place = root.target.kind === 'words' ? placeOf(root) : { state: root.target.kind };
      now.set(
        root.id,
        keepObject(old, { root, replies: keepList(old?.replies, answers), place: keepData(old?.place, place) }),
      );
    }
    before = now;
    list = keepList(list, [...now.values()]);
    return list;
  };
}
