import { presentComment } from '@tramline/store';
import { commentChange } from '@tramline/wire';
import { changeComment, removeComment } from '../../../../server/commands/changeComment.ts';
import { memberRoute, nothing } from '../../../../server/route.ts';
import { onComment } from '../../../../server/subject.ts';

/** Other words for one's own comment, or a thread resolved or reopened by whoever may comment. */
export const PATCH = memberRoute({
  about: onComment,
  may: 'comment.write',
  reads: commentChange,
  do: changeComment,
  present: presentComment,
});

/** Takes the words of one's own comment away. Its place in the thread stays. */
export const DELETE = memberRoute({
  about: onComment,
  may: 'comment.write',
  reads: nothing,
  do: removeComment,
  present: presentComment,
});
