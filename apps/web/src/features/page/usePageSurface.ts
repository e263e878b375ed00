'use client';
/** Joins the editor with what is drawn around it, and tells the workspace where the caret is. */
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { openScript, readPageChoices } from '@tramline/collab';
import { openList, ordinalAt, pageElementsOf, pageTableOf } from '@tramline/editor';
import { pageLabel } from '@tramline/screenplay';
import { type RefObject, useEffect } from 'react';
import type { GlyphState } from '../../ui/StateGlyph.tsx';
import type { SceneView } from '../workspace/model/workspaceModel.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readCaretFacts, readCaretFocus } from './caretFacts.ts';
import { listenToDrag } from './lineDrag.ts';
import { readLineKey, resizeRange } from './lineKeys.ts';
import { neighbourOf } from './lineSources.ts';
import { type PageFacts, pageAt, readPageFacts } from './pageFacts.ts';
import { listenToPointer } from './pagePointer.ts';
import { PageSurface, type SurfaceWords } from './pageSurface.ts';
import { showSceneNumbers } from './sceneNumbers.ts';
import type { OpenEditor } from './useScriptEditor.ts';

export interface PageParts {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly paper: RefObject<HTMLElement | null>;
  readonly lines: RefObject<HTMLDivElement | null>;
  readonly marks: RefObject<HTMLDivElement | null>;
  /** Holds one glyph of each state, to be copied. */
  readonly glyphs: RefObject<HTMLDivElement | null>;
}

export function usePageSurface(open: OpenEditor | null, parts: PageParts, words: SurfaceWords): void {
  const workspace = useWorkspace();

  // biome-ignore lint/correctness/useExhaustiveDependencies: refs never change, and new words are handed in below
  useEffect(() => {
    const [scroller, paper, lines, marks] = [parts.scroller, parts.paper, parts.lines, parts.marks].map(
      (ref) => ref.current,
    );
    if (!open || !scroller || !paper || !lines || !marks) return;
    const { editor, script } = open;
    const { view } = editor;
    const glyphOf = (state: GlyphState): Node => {
      const glyph = parts.glyphs.current?.querySelector(`.gl-${state}`);
      return glyph ? glyph.cloneNode(true) : document.createTextNode('');
    };
    const surface = new PageSurface({ view, paper, scroller, lines, marks, workspace, words, glyphOf });
    workspace.page.attach({ view, script, surface });

    const tellCaret = (): void => {
      const { focus, model, page } = workspace;
      page.set({ caret: readCaretFacts(view.state), list: openList(view.state), caretPage: readCaretPage(view.state) });
      focus.set(readCaretFocus(view.state, model.getSnapshot().scenes));
    };
    const onTransaction = ({ transaction }: { transaction: Transaction }): void => {
      surface.follow(transaction);
      tellCaret();
    };
    const tellPages = (): void => {
      const { model, page } = workspace;
      page.set({ pages: readPages(workspace, view.state, model.getSnapshot().scenes, page.getSnapshot().pages) });
    };
    editor.on('transaction', onTransaction);
    tellCaret();
    tellPages();
    const texts = () => workspace.model.getSnapshot().elements.map(({ text }) => text);
    const { language } = workspace.script;
    const stops = [
      workspace.model.subscribe(tellCaret),
      workspace.model.subscribe(tellPages),
      showSceneNumbers(language, () => workspace.model.getSnapshot().scenes, workspace.model.subscribe),
      listenToPointer({
        surface,
        paper,
        focus: workspace.focus,
        onSelect: (id) => workspace.commands.selectShot(id),
        onThread: (id) => workspace.commands.openThread(id),
        onGap: (id) => {
          const gap = surface.gapOf(id);
          if (gap) workspace.commands.newShotOver(gap);
        },
      }),
      listenToDrag({
        surface,
        view,
        lines,
        texts,
        language,
        mayEdit: () => workspace.can('shots.edit'),
        onResize: (id, range) => workspace.commands.resizeShot(id, range),
      }),
      listenToLineKeys(lines, surface, workspace, texts),
    ];
    return () => {
      editor.off('transaction', onTransaction);
      for (const stop of stops) stop();
      workspace.page.attach(null);
      surface.destroy();
    };
  }, [open, workspace]);

  useEffect(() => {
    workspace.page.controller?.surface.setWords(words);
  }, [workspace, words]);
}

function listenToLineKeys(
  lines: HTMLElement,
  surface: PageSurface,
  workspace: Workspace,
  texts: () => readonly string[],
): () => void {
  const { commands, focus, model } = workspace;
  const onKeyDown = (event: KeyboardEvent): void => {
    const id =
      event.target instanceof HTMLElement ? (event.target.closest<HTMLElement>('.tram')?.dataset.s ?? null) : null;
    const command = id ? readLineKey(event) : undefined;
    if (!id || !command) return;
    event.preventDefault();
    event.stopPropagation();
    if (command.type === 'walk') surface.focusShot(neighbourOf(surface.layer.sources, id, command.by));
    else if (command.type === 'leave') commands.focusEditor();
    else if (command.type === 'nextStale') {
      const stale = surface.layer.sources.filter(({ look }) => look === 'zigzag');
      const here = surface.layer.sources.find((one) => one.id === id);
      const next = stale.find(({ from }) => here && from > here.from) ?? stale[0];
      surface.focusShot(next?.id ?? null);
    } else {
      const shot = model.getSnapshot().shotById.get(id);
      if (shot?.place.state !== 'placed' || !workspace.can('shots.edit')) return;
      const range = resizeRange(texts(), shot.place, command, workspace.script.language);
      if (range) commands.resizeShot(id, range);
      focus.setSelectedShotId(id);
    }
  };
  lines.addEventListener('keydown', onKeyDown);
  return () => lines.removeEventListener('keydown', onKeyDown);
}

/** The label of the page on which the caret's element begins. */
function readCaretPage(state: EditorState): string {
  const table = pageTableOf(state);
  if (!table) return '';
  return pageLabel(table, pageAt(table, ordinalAt(state.doc, state.selection.head)));
}

function readPages(
  { scriptRoom, script }: Workspace,
  state: EditorState,
  scenes: readonly SceneView[],
  before: PageFacts | null,
): PageFacts | null {
  const table = pageTableOf(state);
  if (!table) return null;
  const input = { table, elements: pageElementsOf(state), scenes };
  if (script.language !== 'zh') return readPageFacts(input, before);
  const { charactersPerMinute } = readPageChoices(openScript(scriptRoom.doc).settings, script.language);
  return readPageFacts({ ...input, charactersPerMinute }, before);
}
