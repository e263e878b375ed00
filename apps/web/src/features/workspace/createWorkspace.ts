/** Opens everything that one script's screens share: rooms, stores, news, and what can be asked of them. */
import { type Action, EDIT_ACTION, may, type ProjectView, type ScriptView } from '@tramline/wire';
import { openRoom } from '../../sync/room.ts';
import { createApprovalStore } from '../approvals/approvalStore.ts';
import { createCommentStore } from '../comments/commentStore.ts';
import { callServer } from '../comments/requestJson.ts';
import { createPageStore } from '../page/pageStore.ts';
import { type CommandParts, createCommands } from './commands.ts';
import { openEvents } from './eventsClient.ts';
import { createFocusStore } from './focusStore.ts';
import { keepAnchors } from './keepAnchors.ts';
import { createWorkspaceModel } from './model/createWorkspaceModel.ts';
import type { Me, Workspace } from './workspace.ts';

/** What may change while the script stays open. */
export interface WorkspaceFacts {
  readonly project: ProjectView;
  readonly script: ScriptView;
  readonly me: Omit<Me, 'role'>;
}

export interface OpenWorkspace {
  /** The workspace as it is for these facts: the same rooms and stores, newer names and roles. */
  present(facts: WorkspaceFacts): Workspace;
  /** Where the panel is shown from; set by the screen that has one. */
  setShowPanel(show: CommandParts['showPanel']): void;
  close(): void;
}

export function openWorkspace(first: WorkspaceFacts): OpenWorkspace {
  const { script, me } = first;
  let facts = first;
  let showPanel: CommandParts['showPanel'] = () => undefined;
  const can = (action: Action): boolean => may(facts.project.role, action);
  const scriptRoom = openRoom({
    documentId: script.documents.script,
    kind: 'script',
    userId: me.id,
    mayEdit: can(EDIT_ACTION.script),
  });
  const shotsRoom = openRoom({
    documentId: script.documents.shots,
    kind: 'shots',
    userId: me.id,
    mayEdit: can(EDIT_ACTION.shots),
  });
  const events = openEvents(script.projectId);
  const approvals = createApprovalStore({ scriptId: script.id, call: callServer });
  const comments = createCommentStore({
    scriptId: script.id,
    me,
    members: () => facts.project.members,
    call: callServer,
    newId: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
  });
  const focus = createFocusStore();
  const page = createPageStore();
  const model = createWorkspaceModel({ scriptRoom, shotsRoom, approvals, comments, language: script.language });
  const commands = createCommands({
    scriptRoom,
    shotsRoom,
    model,
    focus,
    page,
    mayEditShots: () => can('shots.edit'),
    mayComment: () => can('comment.write'),
    showPanel: (part) => showPanel(part),
  });

  const load = (): void => {
    void comments.load();
    void approvals.load();
  };
  load();
  const stops = [
    keepAnchors({ scriptRoom, shotsRoom, mayEdit: () => can('shots.edit') }),
    events.on('comment.changed', (comment) => comments.apply(comment)),
    events.on('approval.recorded', (approval) => approvals.apply(approval)),
    // News from before the connection, or while it was away, are gone for good.
    events.onConnect(load),
  ];

  return {
    present(next) {
      facts = next;
      const { project } = next;
      return {
        project,
        script: next.script,
        me: { ...next.me, role: project.role },
        can,
        scriptRoom,
        shotsRoom,
        model,
        focus,
        page,
        events,
        comments,
        approvals,
        commands,
      };
    },
    setShowPanel(show) {
      showPanel = show;
    },
    close() {
      for (const stop of stops) stop();
      model.dispose();
      events.close();
      scriptRoom.close();
      shotsRoom.close();
    },
  };
}
