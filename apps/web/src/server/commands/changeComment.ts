/** Changes of a comment: its words by who wrote it, its thread's state by whoever may comment. */
import type { Comment } from '@tramline/store';
import type { CommentChange, Outcome } from '@tramline/wire';
import { refuse } from '../outcome.ts';
import type { MemberCall } from '../route.ts';
import type { InProject } from '../subject.ts';

type OnComment = InProject & { readonly comment: Comment };

/** New words, or resolved and reopened. Words of others are `role.forbidden`. */
export async function changeComment(call: MemberCall<CommentChange, OnComment>): Promise<Outcome<Comment>> {
  const { services, session, subject, input } = call;
  const { id, author } = subject.comment;
  const { comments } = services.store;
  if ('resolved' in input) {
    return comments.resolve(id, input.resolved ? session.person.id : undefined, services.now());
  }
  if (author.id !== session.person.id) return refuse('role.forbidden');
  return comments.edit(id, input, services.now());
}

/** Takes the words away. Comments of others are `role.forbidden`. */
export async function removeComment(call: MemberCall<unknown, OnComment>): Promise<Outcome<Comment>> {
  const { services, session, subject } = call;
  if (subject.comment.author.id !== session.person.id) return refuse('role.forbidden');
  return services.store.comments.remove(subject.comment.id, services.now());
}
