/** What the parts of the script workspace share. */
import type { Action, PersonView, ProjectView, Role, ScriptView } from '@tramline/wire';
import type { Room } from '../../sync/room.ts';
import type { ApprovalStore } from '../approvals/approvalStore.ts';
import type { CommentStore } from '../comments/commentStore.ts';
import type { PageStore } from '../page/pageStore.ts';
import type { EventsClient } from './eventsClient.ts';
import type { FocusStore, WordRange } from './focusStore.ts';
import type { WorkspaceModelStore } from './model/modelStore.ts';

/** What the page does when asked from elsewhere. Each is harmless while the page is not there. */
export interface WorkspaceCommands {
  /** Makes a shot of the selected words and selects it. Null without a selection, or for those who may not. */
  newShotFromSelection(): string | null;
  /** The same over any words. */
  newShotOver(range: WordRange): string | null;
  /** Gives a shot another range of words; false for those who may not. */
  resizeShot(id: string, range: WordRange): boolean;
  /** Opens the panel with a new thread on the selected words. */
  commentOnSelection(): void;
  /** Hangs a shot onto the selected words. False without a selection. */
  reattachShot(id: string): boolean;
  /** Selects a shot; on a phone its sheet opens. */
  selectShot(id: string): void;
  /** Opens a thread in the panel. */
  openThread(id: string): void;
  /** Scrolls to a shot's words and selects the shot. */
  revealShot(id: string): void;
  /** Puts the caret into a scene's heading and scrolls to it. */
  revealScene(id: string): void;
  /** Scrolls to a thread's words and opens the thread. */
  revealThread(id: string): void;
  /** Starts a scene behind the one that the caret stands in. */
  newScene(): void;
  /** Puts the focus on the next (or previous) line from the caret. */
  focusLine(by: 1 | -1): void;
  focusEditor(): void;
}

export interface Me extends PersonView {
  readonly role: Role;
}

export interface Workspace {
  readonly project: ProjectView;
  readonly script: ScriptView;
  readonly me: Me;
  can(action: Action): boolean;
  readonly scriptRoom: Room;
  readonly shotsRoom: Room;
  readonly model: WorkspaceModelStore;
  readonly focus: FocusStore;
  /** The page and what the bars show of it. */
  readonly page: PageStore;
  readonly events: EventsClient;
  readonly comments: CommentStore;
  readonly approvals: ApprovalStore;
  readonly commands: WorkspaceCommands;
}
