/** What can be asked of the workspace from anywhere in it. Nothing here renders. */
import { TextSelection } from '@tiptap/pm/state';
import { createAnchor, createShot, followGround, openScript, readShots, reattachShot } from '@tramline/collab';
import { posOf, screenplaySchema } from '@tramline/editor';
import { orderBetween } from '@tramline/shots';
import type { Room } from '../../sync/room.ts';
import type { PageStore } from '../page/pageStore.ts';
import { trimRange } from '../page/wordSteps.ts';
import type { FocusStore, WordRange } from './focusStore.ts';
import type { WorkspaceModelStore } from './model/modelStore.ts';
import { sceneAt } from './model/sceneReader.ts';
import type { WorkspaceCommands } from './workspace.ts';

/** Screens narrower than this are phones; `kit.css` has the same number. */
const PHONE_BELOW_PX = 768;

export interface CommandParts {
  readonly scriptRoom: Room;
  readonly shotsRoom: Room;
  readonly model: WorkspaceModelStore;
  readonly focus: FocusStore;
  readonly page: PageStore;
  readonly mayEditShots: () => boolean;
  readonly mayComment: () => boolean;
  /** Makes the panel visible, and the box for a new thread ready. */
  readonly showPanel: (part: 'shots' | 'newThread' | 'thread') => void;
}

export function createCommands(parts: CommandParts): WorkspaceCommands {
  const { scriptRoom, shotsRoom, model, focus, page } = parts;
  const ground = () => followGround(openScript(scriptRoom.doc));
  const mayEditShots = () => parts.mayEditShots() && shotsRoom.mode === 'edit' && shotsRoom.content === 'ready';

  const reveal = (
    position: (state: NonNullable<PageStore['controller']>['view']['state']) => number | undefined,
  ): void => {
    const at = page.controller && position(page.controller.view.state);
    if (at !== undefined && at !== null) page.controller!.surface.geometry.reveal(at);
  };

  const newShotOver = (range: WordRange): string | null => {
    const { scenes, elements } = model.flush();
    const words = trimRange(
      elements.map(({ text }) => text),
      range,
    );
    if (!words || !mayEditShots()) return null;
    const scene = sceneAt(scenes, words.start.ordinal);
    const last =
      scene?.shots.at(-1) ??
      scenes.findLast((one) => one.from < words.start.ordinal && one.shots.length > 0)?.shots.at(-1);
    const all = readShots(shotsRoom.doc);
    const at = last ? all.findIndex(({ id }) => id === last.id) : -1;
    const order = orderBetween(all[at]?.order ?? null, all[at + 1]?.order ?? null, Math.random);
    const id = crypto.randomUUID();
    createShot(shotsRoom.doc, { id, order, anchor: createAnchor(ground(), words.start, words.end) });
    model.flush();
    focus.set({ selectedShotId: id, panelTab: 'shots' });
    parts.showPanel('shots');
    return id;
  };

  const resizeShot = (id: string, range: WordRange): boolean => {
    if (!mayEditShots()) return false;
    const isThere = reattachShot(shotsRoom.doc, id, createAnchor(ground(), range.start, range.end));
    model.flush();
    return isThere;
  };

  return {
    newShotOver,
    resizeShot,
    newShotFromSelection() {
      const { selection } = focus.getSnapshot();
      const id = selection && newShotOver(selection);
      // The words show the shot's own wash now, not the selection's.
      if (id)
        page.run((state, dispatch) =>
          Boolean(dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, state.selection.to)))),
        );
      return id;
    },
    commentOnSelection() {
      if (!parts.mayComment() || !focus.getSnapshot().selection) return;
      focus.set({ panelTab: 'comments', activeThreadId: null });
      parts.showPanel('newThread');
    },
    reattachShot(id) {
      const { selection } = focus.getSnapshot();
      const { elements } = model.flush();
      const words =
        selection &&
        trimRange(
          elements.map(({ text }) => text),
          selection,
        );
      return words ? resizeShot(id, words) : false;
    },
    selectShot(id) {
      focus.set({ selectedShotId: id, panelTab: 'shots' });
      // Elsewhere a panel that lies over the page would hide the line that was just pressed.
      if (innerWidth < PHONE_BELOW_PX) parts.showPanel('shots');
    },
    openThread(id) {
      focus.set({ activeThreadId: id, panelTab: 'comments' });
      parts.showPanel('thread');
    },
    revealShot(id) {
      const shot = model.getSnapshot().shotById.get(id);
      focus.set({ selectedShotId: id, panelTab: 'shots' });
      if (shot?.place.state !== 'placed') return;
      const { start } = shot.place;
      reveal(({ doc }) => posOf(doc, start));
    },
    revealScene(id) {
      const scene = model.getSnapshot().scenes.find((one) => one.id === id);
      const { controller } = page;
      if (!scene || !controller) return;
      const { view, surface } = controller;
      const at = posOf(view.state.doc, { ordinal: scene.from, offset: scene.heading.text.length });
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
      surface.geometry.reveal(at, 'third');
      view.focus();
    },
    revealThread(id) {
      const thread = model.getSnapshot().threads.find(({ root }) => root.id === id);
      focus.set({ activeThreadId: id, panelTab: 'comments' });
      parts.showPanel('thread');
      if (thread?.place.state !== 'placed') return;
      const { start } = thread.place;
      reveal(({ doc }) => posOf(doc, start));
    },
    newScene() {
      const { scenes } = model.flush();
      const { caret } = focus.getSnapshot();
      page.run((state, dispatch) => {
        const scene = caret ? sceneAt(scenes, caret.ordinal) : undefined;
        const behind = scene ? scene.to - 1 : state.doc.childCount - 1;
        const at = posOf(state.doc, { ordinal: behind, offset: Number.MAX_SAFE_INTEGER }) + 1;
        const tr = state.tr.insert(at, screenplaySchema.nodes.heading!.create());
        dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
        return true;
      });
    },
    focusLine: (by) => page.controller?.surface.focusLine(by),
    focusEditor: () => page.controller?.view.focus(),
  };
}
