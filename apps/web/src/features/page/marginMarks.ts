/** What stands in the margin beside the lines: threads of comments at the right, words without a shot at the left. */
import type { RowBox } from './sheetGeometry.ts';

export interface ThreadMark {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly colour: string;
  readonly count: number;
  readonly isActive: boolean;
  readonly isResolved: boolean;
  readonly row: RowBox;
}

export interface GapMark {
  /** Stable while the gap begins at the same words. */
  readonly id: string;
  readonly name: string;
  readonly top: number;
  readonly height: number;
}

/** Marks closer than this would cover each other. */
const THREAD_PITCH_PX = 24;
const THREAD_HEIGHT_PX = 22;

/** Keeps one element per mark, in order, made by `make` and changed by `draw`. */
class MarkList<T extends { readonly id: string }> {
  readonly #elements = new Map<string, HTMLElement>();
  readonly #root: HTMLElement;
  readonly #make: () => HTMLElement;
  readonly #draw: (element: HTMLElement, mark: T) => void;

  constructor(root: HTMLElement, make: () => HTMLElement, draw: (element: HTMLElement, mark: T) => void) {
    this.#root = root;
    this.#make = make;
    this.#draw = draw;
  }

  show(marks: readonly T[]): void {
    const kept = new Set(marks.map(({ id }) => id));
    for (const [id, element] of this.#elements) {
      if (kept.has(id)) continue;
      element.remove();
      this.#elements.delete(id);
    }
    for (const mark of marks) {
      let element = this.#elements.get(mark.id);
      if (!element) {
        element = this.#make();
        element.dataset.mark = mark.id;
        this.#elements.set(mark.id, element);
        this.#root.append(element);
      }
      this.#draw(element, mark);
    }
  }
}

function makeThread(): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  const avatar = document.createElement('span');
  avatar.className = 'av';
  avatar.setAttribute('aria-hidden', 'true');
  const count = document.createElement('span');
  count.setAttribute('aria-hidden', 'true');
  button.append(avatar, count);
  return button;
}

function drawThread(button: HTMLElement, mark: ThreadMark & { readonly top: number }): void {
  const [avatar, count] = button.children as unknown as [HTMLElement, HTMLElement];
  button.className = ['cmk', mark.isActive && 'on', mark.isResolved && 'done'].filter(Boolean).join(' ');
  button.setAttribute('aria-label', mark.name);
  button.style.top = `${mark.top}px`;
  avatar.style.setProperty('--who', mark.colour);
  // Drawn by the style sheet: the name says all of it in words, and visible text that it lacks would contradict it.
  avatar.dataset.sign = mark.initials;
  count.dataset.sign = String(mark.count);
}

/** The marks of the threads; those that would cover each other move down. */
export function threadMarks(root: HTMLElement): (marks: readonly ThreadMark[]) => void {
  const list = new MarkList<ThreadMark & { readonly top: number }>(root, makeThread, drawThread);
  return (marks) => {
    let free = Number.NEGATIVE_INFINITY;
    const placed = [...marks]
      .sort((a, b) => a.row.top - b.row.top)
      .map((mark) => {
        const middle = (mark.row.top + mark.row.bottom) / 2;
        const top = Math.max(free, Math.round(middle - THREAD_HEIGHT_PX / 2));
        free = top + THREAD_PITCH_PX;
        return { ...mark, top };
      });
    list.show(placed);
  };
}

const PLUS =
  '<svg class="i" width="12" height="12" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" aria-hidden="true"><path d="M5 12h14M12 5v14"/></svg>';

function makeGap(): HTMLElement {
  const line = document.createElement('span');
  line.className = 'gapline';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'add';
  button.innerHTML = PLUS;
  line.append(button);
  return line;
}

/** The dotted lines beside words without a shot. `mayAdd` is false for those who cannot make one. */
export function gapMarks(root: HTMLElement, mayAdd: () => boolean): (marks: readonly GapMark[]) => void {
  const list = new MarkList<GapMark>(root, makeGap, (line, { name, top, height }) => {
    const button = line.firstElementChild as HTMLButtonElement;
    button.hidden = !mayAdd();
    button.setAttribute('aria-label', name);
    line.style.top = `${top}px`;
    line.style.height = `${height}px`;
  });
  return (marks) => list.show(marks);
}
