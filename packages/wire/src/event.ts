/** What socket.io carries at `/rt`: everything live that is not a document. One socket belongs to one project. */
import { z } from 'zod';
import type { ApprovalView, CommentView } from './view.ts';

/** Where a person is; sent by the client, stamped with who by the server. */
export const whereabouts = z.object({
  screen: z.enum(['projects', 'script', 'shots', 'members', 'settings']),
  scriptId: z.uuid().optional(),
  sceneId: z.string().max(128).optional(),
});
export type Whereabouts = z.infer<typeof whereabouts>;

/** One connection of one person. The same person in two tabs is two entries with one `userId`. */
export interface PresenceEntry extends Whereabouts {
  readonly connectionId: string;
  readonly userId: string;
  readonly name: string;
}

/** Server → client. */
export interface ServerEvents {
  presence: (entries: readonly PresenceEntry[]) => void;
  'comment.changed': (comment: CommentView) => void;
  'approval.recorded': (approval: ApprovalView) => void;
  'script.changed': (change: { readonly scriptId: string }) => void;
  'members.changed': () => void;
  /** The session has ended or the membership is gone: the client leaves the project. */
  ended: (why: 'session' | 'membership') => void;
}
/** Client → server. */
export interface ClientEvents {
  whereabouts: (where: Whereabouts) => void;
}

/** The outbox rows that the web tier writes and the live process reads after NOTIFY `tramline_outbox`. */
export const outboxMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('comment.changed'), projectId: z.uuid(), commentId: z.uuid() }),
  z.object({ kind: z.literal('script.changed'), projectId: z.uuid(), scriptId: z.uuid() }),
  /** A role changed or a member left: open sockets of the person in the project are re-judged at once. */
  z.object({ kind: z.literal('membership.changed'), projectId: z.uuid(), userId: z.uuid() }),
  /** Signed out everywhere: all sockets with an older epoch are closed. */
  z.object({ kind: z.literal('session.ended'), userId: z.uuid(), sessionEpoch: z.number().int() }),
  z.object({ kind: z.literal('project.deleted'), projectId: z.uuid() }),
]);
export type OutboxMessage = z.infer<typeof outboxMessage>;
export const OUTBOX_CHANNEL = 'tramline_outbox';
