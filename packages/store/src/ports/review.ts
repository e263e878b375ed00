/** What people say and decide about a script: comments, which may be changed, and approvals, which may not. */
import type { CommentTarget, Decision, Gate, Outcome, PersonView, Role } from '@tramline/wire';

/** A comment with the names of the people in it. Shape and absence are those of `CommentView`. */
export interface Comment {
  readonly id: string;
  readonly projectId: string;
  readonly scriptId: string;
  readonly threadId: string | null;
  readonly author: PersonView;
  readonly body: string;
  readonly mentions: readonly PersonView[];
  readonly target: CommentTarget | null;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly resolved: { readonly at: Date; readonly by: PersonView } | null;
}

/** A new comment begins a thread at a `target` or answers in one. */
export type NewComment = {
  readonly id: string;
  readonly scriptId: string;
  readonly authorId: string;
  readonly body: string;
  readonly mentions: readonly string[];
  readonly at: Date;
} & ({ readonly target: CommentTarget } | { readonly threadId: string });

/** Every change posts `comment.changed` in its own transaction. Mentions must be members: otherwise `comment.mention`. */
export interface Comments {
  /** The comments of a script in the order in which they were written; deleted ones keep their place without words. */
  list(scriptId: string): Promise<readonly Comment[]>;
  /** A comment; `undefined` when it, its script or its project is gone. */
  find(id: string): Promise<Comment | undefined>;
  /** `thing.notFound` when the script is gone or the thread is not one of its threads. */
  add(comment: NewComment): Promise<Outcome<Comment>>;
  /** New words. `thing.notFound` when it is gone or deleted. */
  edit(id: string, words: { body: string; mentions: readonly string[] }, at: Date): Promise<Outcome<Comment>>;
  /** Takes the words away; the place in the thread stays. */
  remove(id: string, at: Date): Promise<Outcome<Comment>>;
  /** Resolves (`byId`) or reopens (`undefined`) a thread, named by its first comment. `thing.notFound` for a reply. */
  resolve(id: string, byId: string | undefined, at: Date): Promise<Outcome<Comment>>;
}

/** One decision, with what was seen. Shape: `ApprovalView`. */
export interface Approval {
  readonly id: string;
  readonly scriptId: string;
  readonly shotId: string;
  readonly takeId: string | null;
  readonly gate: Gate;
  readonly decision: Decision;
  readonly actor: PersonView & { readonly role: Role };
  readonly note: string | null;
  readonly hash: string;
  readonly hashVersion: number;
  readonly components: Readonly<Record<string, string | null>>;
  readonly content: unknown;
  readonly at: Date;
}

/** Decisions are only ever added; the database itself refuses a change. */
export interface Approvals {
  /** The decisions about a script, oldest first. */
  list(scriptId: string): Promise<readonly Approval[]>;
  listForShot(scriptId: string, shotId: string): Promise<readonly Approval[]>;
  /** Records a decision. The same id again records nothing and gives the first. `thing.notFound` when the script is gone. */
  record(approval: Omit<Approval, 'takeId'> & { readonly takeId?: string }): Promise<Outcome<Approval>>;
}
