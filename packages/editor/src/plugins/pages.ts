/**
 * True pages in the editor: the page table of the document, kept up to date key by key, and the edges between pages as
 * widgets inside the words. Nothing of it is stored, and nothing moves the words: a widget is no part of the document.
 */
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  type Element,
  englishWords,
  type PageLock,
  type PageTable,
  type PageWords,
  type Profile,
  pageLabels,
  paginate,
  repaginate,
} from '@tramline/screenplay';
import { elementStarts } from '../elementStarts.ts';
import { dualDecorations } from './dualColumns.ts';
import { edgeElement, edgeKey, type PageEdge, pageEdges, pageNumber } from './pageEdge.ts';
import { changeBetweenDocs, changedElements, elementsOf } from './pageTable.ts';

/** How pages are made. */
export interface PageOptions {
  readonly profile: Profile;
  readonly words?: PageWords;
  readonly locks?: readonly PageLock[];
}

/** What the plugin knows of a state: its elements, their pages, and what is drawn. */
interface PagesState {
  readonly options: PageOptions;
  readonly elements: readonly Element[];
  readonly table: PageTable;
  readonly drawn: DecorationSet;
  /** Whether `drawn` waits for the end of a composition. */
  readonly isLate: boolean;
}

const pagesKey = new PluginKey<PagesState>('pages');

/** The pages that a state has; undefined where the editor draws none. */
export function pageTableOf(state: EditorState): PageTable | undefined {
  return pagesKey.getState(state)?.table;
}

/** The elements that the pages of a state were made of. */
export function pageElementsOf(state: EditorState): readonly Element[] {
  return pagesKey.getState(state)?.elements ?? [];
}

/** What a state draws for its pages: edges and halves of dual dialogues, by position and what they show, in order. */
export function drawnPages(state: EditorState): { from: number; key: string }[] {
  const drawn = pagesKey.getState(state)?.drawn.find() ?? [];
  return drawn
    .map(({ from, spec }) => ({ from, key: String(spec.key) }))
    .sort((a, b) => a.from - b.from || (a.key < b.key ? -1 : 1));
}

/** Puts other page options into a transaction: profile, words, locked pages. */
export function setPages(tr: Transaction, options: PageOptions): Transaction {
  return tr.setMeta(pagesKey, options).setMeta('addToHistory', false);
}

/** Draws true pages. While an input method composes, edges only move with their words; they are set right at its end. */
export function pagesPlugin(options: PageOptions): Plugin<PagesState> {
  let view: EditorView | undefined;
  return new Plugin<PagesState>({
    key: pagesKey,
    state: {
      init: (_, state) => start(options, state.doc),
      apply: (tr, pages) => next(tr, pages, view?.composing === true),
    },
    props: {
      decorations: (state) => pagesKey.getState(state)?.drawn,
      handleDOMEvents: {
        compositionend: (host) => {
          setTimeout(() => settle(host), SETTLE_MS);
          return false;
        },
      },
    },
    view: (host) => {
      view = host;
      endLastPage(host, pagesKey.getState(host.state));
      return {
        update: (_, before) => {
          const [was, is] = [pagesKey.getState(before), pagesKey.getState(host.state)];
          if (is && was?.table.pages.length !== is.table.pages.length) numberPages(host, is);
          if (is?.table !== was?.table) endLastPage(host, is);
        },
      };
    },
  });
}

/** ProseMirror takes in the last words of a composition a moment after its end. */
const SETTLE_MS = 60;

function settle(view: EditorView): void {
  if (view.isDestroyed || view.composing || !pagesKey.getState(view.state)?.isLate) return;
  view.dispatch(view.state.tr.setMeta(pagesKey, 'settle').setMeta('addToHistory', false));
}

function start(options: PageOptions, doc: Node): PagesState {
  const elements = elementsOf(doc);
  const table = paginate(elements, options.profile, options.locks);
  const edges = pageEdges(table, elements, options.words ?? englishWords);
  const labels = pageLabels(table);
  const drawn = DecorationSet.create(doc, [
    ...edges.map((edge) => draw(doc, edge, labels)),
    ...dualDecorations(doc, elements, options.profile),
  ]);
  return { options, elements, table, drawn, isLate: false };
}

function next(tr: Transaction, before: PagesState, isComposing: boolean): PagesState {
  const meta = tr.getMeta(pagesKey) as PageOptions | 'settle' | undefined;
  if (meta && meta !== 'settle') return start(meta, tr.doc);
  const change = tr.docChanged ? changeBetweenDocs(tr.before, tr.doc) : undefined;
  if (!change && !meta) return before;
  const elements = change ? changedElements(before.elements, tr.doc, change) : before.elements;
  const table = change ? repaginate(before.table, elements, change, before.options.locks) : before.table;
  const drawn = change ? before.drawn.map(tr.mapping, tr.doc) : before.drawn;
  const pages = { ...before, elements, table, drawn, isLate: isComposing };
  return isComposing ? pages : { ...pages, drawn: redraw(pages, tr.doc) };
}

/** Draws the edges that are not where, or what, the table says; the others keep their elements on the screen. */
function redraw({ table, elements, options, drawn }: PagesState, doc: Node): DecorationSet {
  const there = new Map(drawn.find().map((decoration) => [`${decoration.from} ${decoration.spec.key}`, decoration]));
  const edges = pageEdges(table, elements, options.words ?? englishWords);
  const missing = edges.filter((edge) => !there.delete(`${positionOf(doc, edge)} ${edgeKey(edge)}`));
  const duals = dualDecorations(doc, elements, options.profile);
  const missingDuals = duals.filter(({ from, spec }) => !there.delete(`${from} ${spec.key}`));
  if (missing.length === 0 && missingDuals.length === 0 && there.size === 0) return drawn;
  const labels = pageLabels(table);
  return drawn
    .remove([...there.values()])
    .add(doc, [...missing.map((edge) => draw(doc, edge, labels)), ...missingDuals]);
}

function positionOf(doc: Node, { ordinal, offset }: PageEdge): number {
  return elementStarts(doc)[ordinal]! + 1 + Math.min(offset, doc.child(ordinal).content.size);
}

function draw(doc: Node, edge: PageEdge, labels: readonly string[]): Decoration {
  return Decoration.widget(positionOf(doc, edge), () => edgeElement(edge, labels[edge.page] ?? ''), {
    key: edgeKey(edge),
    side: edge.isBehind ? 1 : -1,
    ignoreSelection: true,
    marks: [],
  });
}

/** Says how many lines stay free on the last page, so that it is as long as the others. */
function endLastPage({ dom }: EditorView, pages: PagesState | undefined): void {
  if (!pages) return;
  const free = String(pages.table.profile.linesPerPage - pages.table.pages.at(-1)!.lines);
  if (dom.style.getPropertyValue('--last-free') !== free) dom.style.setProperty('--last-free', free);
}

/** Writes the numbers of all pages anew: those behind an edit change without their edges. */
function numberPages(view: EditorView, { table }: PagesState): void {
  const labels = pageLabels(table);
  for (const [at, place] of view.dom.querySelectorAll('.page-edge .pn').entries())
    place.textContent = pageNumber(labels[at + 1] ?? '');
}
