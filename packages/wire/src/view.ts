/** What the server presents: rows as they look from outside. Times are ISO 8601 in UTC. */
import type { Confidence, DropReason, ElementType, RecogniseReason } from '@tramline/screenplay';
import type { Anchor } from './anchor.ts';
import type { DocumentKind } from './document.ts';
import type { Action, Role } from './role.ts';

export interface PersonView {
  readonly id: string;
  readonly name: string;
}
export interface ScriptView {
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
  readonly format: 'feature' | 'short' | 'episode';
  readonly language: 'en' | 'zh';
  readonly position: number;
  readonly documents: Readonly<Record<Extract<DocumentKind, 'script' | 'shots'>, string>>;
  readonly createdAt: string;
  readonly changedAt: string;
}
export interface MemberView extends PersonView {
  readonly email: string;
  readonly role: Role;
}
export interface InvitationView {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly state: 'open' | 'used' | 'expired' | 'revoked';
}
/** What the holder of an invitation's link may know before signing in. */
export interface InvitationOffer {
  readonly projectId: string;
  readonly projectName: string;
  readonly role: Role;
  readonly email: string | null;
  readonly state: InvitationView['state'];
}
export interface ProjectView {
  readonly id: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly role: Role;
  readonly actions: readonly Action[];
  readonly members: readonly PersonView[];
  readonly scripts: readonly ScriptView[];
  readonly createdAt: string;
}

/** What a comment hangs on. `words` has an anchor; `beat` and `shot` have an id in the shots document. */
export type CommentTarget =
  | { readonly kind: 'words'; readonly anchor: Anchor }
  | { readonly kind: 'beat' | 'shot'; readonly id: string };

/** A comment; replies carry `threadId` and no target. A deleted comment keeps its place and loses its words. */
export interface CommentView {
  readonly id: string;
  readonly scriptId: string;
  readonly threadId: string | null;
  readonly author: PersonView;
  readonly body: string;
  readonly mentions: readonly PersonView[];
  readonly target: CommentTarget | null;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly isDeleted: boolean;
  readonly resolved: { readonly at: string; readonly by: PersonView } | null;
}

/** Who changed something last, and when it was committed. */
export interface LastChangeView {
  readonly by: PersonView;
  readonly at: string;
}

/** One decision, with what was seen. `components` are hashes by name, `content` is the canonical content itself. */
export interface ApprovalView {
  readonly id: string;
  readonly scriptId: string;
  readonly shotId: string;
  readonly gate: Gate;
  readonly decision: Decision;
  readonly actor: PersonView & { readonly role: Role };
  readonly note: string | null;
  readonly hash: string;
  readonly hashVersion: number;
  readonly components: Readonly<Record<string, string | null>>;
  readonly content: unknown;
  readonly at: string;
}
export type Gate = 'script' | 'prompt' | 'picture' | 'final';
export type Decision = 'approve' | 'request_changes' | 'withdraw';

/** A file as it would come in. `elements` and `dropped` are empty for a kind of file that says itself what each line is. */
export interface PreviewView {
  readonly title: string | null;
  /** The language that most of its words are in. */
  readonly language: 'en' | 'zh';
  readonly elements: readonly {
    readonly type: ElementType;
    readonly text: string;
    readonly number: string | null;
    /** How sure the reading is: a `guess` should be looked at. */
    readonly confidence: Confidence;
    readonly reason: RecogniseReason;
  }[];
  readonly dropped: readonly { readonly text: string; readonly reason: DropReason }[];
}
