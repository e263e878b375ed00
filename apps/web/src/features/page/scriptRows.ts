/** Counts the rows of type that elements take on the sheet, so that lines know which of them would touch. Pure. */
import { chineseDomestic, type Element, finalDraftLetter, measure } from '@tramline/screenplay';
import type { WordPlace } from '../workspace/model/workspaceModel.ts';

/** The cells of a row of the Chinese sheet: 32 signs. */
const CHINESE_CELLS = 64;

/** Rows from the top of the script: `starts[i]` is the first row of element `i`, blank rows above it not included. */
export interface ScriptRows {
  readonly starts: readonly number[];
  rowOf(place: WordPlace): number;
}

/** Reads all rows; the lines of an element that did not change are not broken again. */
export function readScriptRows(elements: readonly Element[], language: 'en' | 'zh'): ScriptRows {
  const profile = language === 'zh' ? chineseDomestic : finalDraftLetter;
  const breaks = (element: Element): readonly number[] =>
    measure(element, language === 'zh' ? CHINESE_CELLS : profile.width[element.type], profile.ambiguousWide);
  const starts: number[] = [];
  let row = 0;
  elements.forEach((element, at) => {
    const before = elements[at - 1];
    // In Chinese the words stand behind the name, in its row.
    const sharesRow = language === 'zh' && before?.type === 'character' && at > 0;
    if (sharesRow) row -= 1;
    else if (at > 0 && (language === 'en' || element.type === 'heading')) row += profile.blankBefore[element.type];
    starts.push(row);
    row += breaks(element).length;
  });
  return {
    starts,
    rowOf({ ordinal, offset }) {
      const element = elements[ordinal];
      if (!element) return row;
      const lines = breaks(element);
      let line = 0;
      while (line + 1 < lines.length && lines[line + 1]! <= offset) line++;
      return starts[ordinal]! + line;
    },
  };
}
