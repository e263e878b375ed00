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
  /** For every load on its way: the comments that were told since it began, which its answer may not know yet. */
  const toldSince = new Set<Set<string>>();
  let begun = 0;
  let taken = 0;
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
  const tell = (comment: CommentView): void => {
    told.set(comment.id, comment);
    for (const ids of toldSince) ids.add(comment.id);
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
      const turn = ++begun;
      const fresh = new Set<string>();
      toldSince.add(fresh);
      const outcome = await call<readonly CommentView[]>('GET', `/api/scripts/${scriptId}/comments`);
      toldSince.delete(fresh);
      // An answer that a later load has overtaken says nothing new.
      if (outcome.ok && turn > taken) {
        taken = turn;
        const kept = [...told.values()].filter(({ id }) => fresh.has(id));
        told.clear();
        for (const comment of [...outcome.value, ...kept]) told.set(comment.id, comment);
        publish();
      }
      return outcome;
    },
    apply(comment) {
      if (comment.scriptId !== scriptId) return;
      settlesPending(comment);
      tell(comment);
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
      if (outcome.ok) tell(outcome.value);
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
      if (outcome.ok) tell(outcome.value);
      publish();
      return outcome;
    },
    async remove(id) {
      const gone = (before: CommentView): CommentView => ({ ...before, body: '', mentions: [], isDeleted: true });
      const outcome = await optimistic(id, gone, () => call<unknown>('DELETE', `/api/comments/${id}`));
      const before = told.get(id);
      if (outcome.ok && before) tell(gone(before));
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
