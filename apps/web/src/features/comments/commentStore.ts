/**
 * The comments of one script on this screen: what the server has told, with what this person is just doing laid over it.
 * A change shows at once; if the server refuses it or cannot be reached, it is taken back and the caller gets the reason.
 */
import type { CommentChange, CommentRequest, CommentView, PersonView } from '@tramline/wire';
import type { CallOutcome, CallServer } from './requestJson.ts';

/** A comment that is on its way has an id that begins with this. */
export const PENDING_PREFIX = 'pending:';

export interface CommentStore {
  /** All comments of the script by time, the optimistic ones included. The same array until something changes. */
  getSnapshot(): readonly CommentView[];
  subscribe(listener: () => void): () => void;
  /** Reads all comments from the server; what is already here stays when that fails. */
  load(): Promise<CallOutcome<readonly CommentView[]>>;
  /** Takes in news from the live process. */
  apply(comment: CommentView): void;
  add(request: CommentRequest): Promise<CallOutcome<CommentView>>;
  change(id: string, change: CommentChange): Promise<CallOutcome<CommentView>>;
  remove(id: string): Promise<CallOutcome<unknown>>;
  /** Words in a box that were not sent yet, by the box's key; they outlive the box. */
  readDraft(key: string): string;
  keepDraft(key: string, words: string): void;
}

export interface CommentStoreInput {
  readonly scriptId: string;
  readonly me: PersonView;
  readonly members: () => readonly PersonView[];
  readonly call: CallServer;
  readonly newId: () => string;
  readonly now: () => string;
}

export function createCommentStore({ scriptId, me, members, call, newId, now }: CommentStoreInput): CommentStore {
  const told = new Map<string, CommentView>();
  const overlays = new Map<string, { readonly by: symbol; readonly view: CommentView }>();
  const pending = new Map<string, CommentView>();
  const drafts = new Map<string, string>();
  const listeners = new Set<() => void>();
  let snapshot: readonly CommentView[] = [];

  const publish = () => {
    const all = [
      ...[...told.values()].map((comment) => overlays.get(comment.id)?.view ?? comment),
      ...pending.values(),
    ];
    snapshot = all.sort((a, b) =>
      a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
    );
    for (const listener of listeners) listener();
  };
  const people = (ids: readonly string[]): PersonView[] => members().filter(({ id }) => ids.includes(id));
  /** The live process often speaks before the answer to our own request arrives. */
  const settlesPending = (comment: CommentView): void => {
    if (comment.author.id !== me.id || told.has(comment.id)) return;
    for (const [id, sent] of pending)
      if (sent.body === comment.body && sent.threadId === comment.threadId) {
        pending.delete(id);
        return;
      }
  };
  const optimistic = async <T>(
    id: string,
    next: (before: CommentView) => CommentView,
    ask: () => Promise<CallOutcome<T>>,
  ) => {
    const before = told.get(id);
    const by = Symbol(id);
    if (before) overlays.set(id, { by, view: next(overlays.get(id)?.view ?? before) });
    publish();
    const outcome = await ask();
    if (overlays.get(id)?.by === by) overlays.delete(id);
    return outcome;
  };

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      const outcome = await call<readonly CommentView[]>('GET', `/api/scripts/${scriptId}/comments`);
      if (outcome.ok) {
        told.clear();
        for (const comment of outcome.value) told.set(comment.id, comment);
        publish();
      }
      return outcome;
    },
    apply(comment) {
      if (comment.scriptId !== scriptId) return;
      settlesPending(comment);
      told.set(comment.id, comment);
      publish();
    },
    async add(request) {
      const id = PENDING_PREFIX + newId();
      pending.set(id, {
        id,
        scriptId,
        threadId: 'threadId' in request ? request.threadId : null,
        author: { id: me.id, name: me.name },
        body: request.body,
        mentions: people(request.mentions ?? []),
        target: 'target' in request ? request.target : null,
        createdAt: now(),
        editedAt: null,
        isDeleted: false,
        resolved: null,
      });
      publish();
      const outcome = await call<CommentView>('POST', `/api/scripts/${scriptId}/comments`, request);
      pending.delete(id);
      if (outcome.ok) told.set(outcome.value.id, outcome.value);
      publish();
      return outcome;
    },
    async change(id, change) {
      const outcome = await optimistic(
        id,
        (before) =>
          'resolved' in change
            ? { ...before, resolved: change.resolved ? { at: now(), by: { id: me.id, name: me.name } } : null }
            : { ...before, body: change.body, mentions: people(change.mentions ?? []), editedAt: now() },
        () => call<CommentView>('PATCH', `/api/comments/${id}`, change),
      );
      if (outcome.ok) told.set(id, outcome.value);
      publish();
      return outcome;
    },
    async remove(id) {
      const gone = (before: CommentView): CommentView => ({ ...before, body: '', mentions: [], isDeleted: true });
      const outcome = await optimistic(id, gone, () => call<unknown>('DELETE', `/api/comments/${id}`));
      const before = told.get(id);
      if (outcome.ok && before) told.set(id, gone(before));
      publish();
      return outcome;
    },
    readDraft: (key) => drafts.get(key) ?? '',
    keepDraft(key, words) {
      if (words === '') drafts.delete(key);
      else drafts.set(key, words);
    },
  };
}
