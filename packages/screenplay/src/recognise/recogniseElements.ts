/** Lines of text, with what is known of their looks, to elements. Nothing is lost and nothing is sure without a reason. */
import type { Element, ElementType } from '../element.ts';
import { isHeadingLine } from '../fountain/line.ts';
import { isContinued } from '../layout/continued.ts';
import { readContext } from './context.ts';
import { isMarkedLine } from './domesticLine.ts';
import { type Draft, finishDraft } from './draft.ts';
import { type FlowLine, readFlow } from './flow.ts';
import { hasFountainBlanks, looksLikeFountain, readFountainLines } from './fountainLines.ts';
import { takeFurniture } from './furniture.ts';
import { readHeadingLine } from './headingLine.ts';
import { Recogniser } from './recogniser.ts';
import type { Dropped, Recognised, RecogniseOptions, Recognition, ScriptLine } from './recognition.ts';
import { takeTitle } from './titleLines.ts';
import { withoutWholeMarks } from './words.ts';
import { readCapitalLine } from './wordsLine.ts';

/**
 * Recognises elements in lines pasted or imported from Word, Final Draft, PDF text, the web or plain text, in English
 * and in the Chinese domestic and Hollywood layouts. Styles decide first, then marks, patterns, columns and blank lines; what
 * nothing says anything about is action. Never fails. The same lines and `newId` give the same reading.
 */
export function recogniseElements(lines: readonly ScriptLine[], options: RecogniseOptions): Recognition {
  const isFountain = looksLikeFountain(lines);
  if (isFountain && hasFountainBlanks(lines)) return readFountainLines(lines, options);
  const page = takeFurniture(readFlow(lines), options.unit ?? 'line');
  const { title, rest } = takeTitle(page.flow, isBodyLine);
  const context = readContext(rest, options);
  const reader = new Recogniser(rest, context, page, isFountain);
  const { drafts, dropped } = reader.run();
  const finished = drafts.map((draft, i) => finishDraft(tidy(draft), options.newId(i)));
  const recognised = withoutDerived(finished, dropped);
  const allDropped = [...page.dropped, ...dropped].sort((a, b) => a.lines[0] - b.lines[0]);
  return { recognised, dropped: allDropped, title };
}

/** Lines that cannot stand on a title page. */
function isBodyLine(line: FlowLine): boolean {
  const isHeading = isHeadingLine(line.text) || ['sure', 'likely'].includes(readHeadingLine(line)?.confidence ?? '');
  return isHeading || readCapitalLine(line) !== undefined || isMarkedLine(line);
}

/** Bold headings and cues are bold by layout. */
function tidy(draft: Draft): Draft {
  const isLooks = draft.words.marks.length > 0 && draft.more.length === 0 && bold.has(draft.type);
  return isLooks ? { ...draft, words: withoutWholeMarks(draft.words) } : draft;
}

const bold: ReadonlySet<ElementType> = new Set([
  ...(['heading', 'character', 'transition', 'shot', 'section', 'actStart', 'actEnd'] as const),
]);

/** Takes `(CONT'D)` off the cues that would get it anyway, and lists it. */
function withoutDerived(recognised: readonly Recognised[], dropped: Dropped[]): Recognised[] {
  const elements: Element[] = recognised.map((r) => r.element);
  return recognised.map((item, i) => {
    const found = /[(（](?:CONT[’']?D\.?|CONTINUING|续)[)）]$/i.exec(item.element.text);
    if (!found || item.element.type !== 'character') return item;
    const { marks = [], text } = item.element;
    const cut = text.slice(0, found.index).trimEnd();
    const kept = marks.map((m) => ({ ...m, to: Math.min(m.to, cut.length) })).filter((m) => m.from < m.to);
    const { marks: _marks, ...rest } = item.element;
    const bare: Element = kept.length > 0 ? { ...rest, text: cut, marks: kept } : { ...rest, text: cut };
    elements[i] = bare;
    if (cut === '' || !isContinued(elements, i)) {
      elements[i] = item.element;
      return item;
    }
    dropped.push({ text: found[0].trim(), reason: 'continuedCue', lines: item.lines });
    return { ...item, element: bare };
  });
}
