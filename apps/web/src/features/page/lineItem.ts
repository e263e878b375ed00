/** One tramline as an element of the page: a button as tall as its words. Made and changed without React. */
import type { GlyphState } from '../../ui/StateGlyph.tsx';
import { drawLine, type LineLook, type LineStretch } from './linePath.ts';

/** All that is drawn of a line. Heights in pixels from the paper's top. */
export interface LineDrawn {
  readonly id: string;
  readonly label: string;
  /** The accessible name, such as "Shot 12C, stale: dialogue changed". */
  readonly name: string;
  /** A CSS colour. */
  readonly colour: string;
  readonly lane: number;
  readonly isTight: boolean;
  readonly state: GlyphState;
  readonly look: LineLook;
  readonly isHollow: boolean;
  readonly top: number;
  readonly height: number;
  /** Where it is wavy, from its top. */
  readonly waves: readonly LineStretch[];
  /** Where it goes over from one page to the next, from its top. */
  readonly gaps: readonly LineStretch[];
}

const isSameWaves = (a: readonly LineStretch[], b: readonly LineStretch[]): boolean =>
  a.length === b.length && a.every(({ from, to }, at) => from === b[at]!.from && to === b[at]!.to);

/** A phone's gutter has room for so many. */
const PHONE_LANES = 2;

/** How far a bare label stands above the first row of its page. */
const HEAD_PX = 15;

const SVG = 'http://www.w3.org/2000/svg';
const span = (className: string): HTMLSpanElement => {
  const element = document.createElement('span');
  element.className = className;
  return element;
};
const path = (parent: SVGElement, className?: string): SVGPathElement => {
  const element = document.createElementNS(SVG, 'path');
  if (className) element.setAttribute('class', className);
  parent.append(element);
  return element;
};

export class LineItem {
  readonly element: HTMLButtonElement;
  drawn: LineDrawn | null = null;
  readonly #label = span('lab');
  readonly #glyph = span('tg');
  /** Its label, bare, at the head of each further page. */
  readonly #heads = span('again');
  readonly #svg = document.createElementNS(SVG, 'svg');
  readonly #line: SVGPathElement;
  readonly #zigzag: SVGPathElement;
  readonly #glyphOf: (state: GlyphState) => Node;

  constructor(id: string, glyphOf: (state: GlyphState) => Node) {
    this.#glyphOf = glyphOf;
    this.element = document.createElement('button');
    this.element.type = 'button';
    this.element.dataset.s = id;
    this.element.tabIndex = -1;
    const above = span('tl');
    above.append(this.#label);
    this.#svg.setAttribute('class', 'tv');
    this.#svg.setAttribute('aria-hidden', 'true');
    this.#svg.setAttribute('preserveAspectRatio', 'none');
    this.#line = path(this.#svg);
    this.#zigzag = path(this.#svg, 'zz');
    const first = span('end first');
    first.dataset.end = 'first';
    const last = span('end last');
    last.dataset.end = 'last';
    this.element.append(above, this.#svg, this.#glyph, this.#heads, first, last);
  }

  /** Draws what changed since the last time. Which line is selected or lit is not its business. */
  draw(next: LineDrawn): void {
    const { drawn } = this;
    const { style } = this.element;
    if (drawn?.top !== next.top) style.top = `${next.top}px`;
    if (drawn?.height !== next.height) style.height = `${next.height}px`;
    if (drawn?.lane !== next.lane) style.setProperty('--lane-n', String(next.lane));
    if (drawn?.colour !== next.colour) {
      style.setProperty('--line', next.colour);
    }
    if (drawn?.name !== next.name) this.element.setAttribute('aria-label', next.name);
    if (drawn?.label !== next.label) this.#label.textContent = next.label;
    if (drawn?.isHollow !== next.isHollow) this.#label.classList.toggle('hollow', next.isHollow);
    if (drawn?.state !== next.state) this.#glyph.replaceChildren(this.#glyphOf(next.state));
    if (
      drawn?.look !== next.look ||
      drawn.height !== next.height ||
      !isSameWaves(drawn.waves, next.waves) ||
      !isSameWaves(drawn.gaps, next.gaps)
    )
      this.#drawPath(next, drawn);
    if (drawn?.label !== next.label || !isSameWaves(drawn.gaps, next.gaps)) this.#drawHeads(next);
    if (drawn?.state !== next.state || drawn.isTight !== next.isTight || drawn.lane !== next.lane)
      this.#drawClasses(next);
    this.drawn = next;
  }

  #drawPath(next: LineDrawn, before: LineDrawn | null): void {
    const { line, zigzag } = drawLine(next.look, next.height, next.waves, next.gaps);
    this.#svg.setAttribute('viewBox', `0 0 12 ${next.height}`);
    this.#line.setAttribute('d', line);
    this.#zigzag.setAttribute('d', zigzag ?? '');
    // A line that becomes stale before one's eyes draws its break once.
    this.#zigzag.classList.toggle('fresh', before !== null && before.look !== 'zigzag' && next.look === 'zigzag');
  }

  #drawHeads({ label, gaps }: LineDrawn): void {
    this.#heads.replaceChildren(
      ...gaps.map(({ to }) => {
        const head = span('lab ghost');
        head.textContent = label;
        head.style.top = `${to - HEAD_PX}px`;
        return head;
      }),
    );
  }

  #drawClasses({ state, isTight, lane }: LineDrawn): void {
    const kept = ['sel', 'lit', 'dragging'].filter((name) => this.element.classList.contains(name));
    const more = [...(isTight ? ['tight'] : []), ...(lane >= PHONE_LANES ? ['far'] : [])];
    this.element.className = ['tram', state, ...more, ...kept].join(' ');
  }
}
