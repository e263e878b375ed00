/** What FDX can say of elements, found without the writer, for tests. */
import { type Element, isSpoken, type Mark } from '@tramline/screenplay';
import { sayableAttrs } from '../elementTypes.ts';

/** An element as its words with the formats of each unit. */
export interface Said {
  readonly type: string;
  readonly text: string;
  readonly formats: readonly string[];
  readonly attrs: Readonly<Record<string, unknown>>;
}

/** Elements as FDX says them: page breaks folded into what follows, lone halves of dual dialogue plain. */
export function sayable(elements: readonly Element[]): Said[] {
  const folded = elements.flatMap((element, i) => {
    const starts = elements[i - 1]?.type === 'pageBreak';
    return element.type === 'pageBreak'
      ? []
      : [starts ? { ...element, attrs: { ...element.attrs, startsNewPage: true } } : element];
  });
  const paired = findPairs(folded);
  return folded.map((element, i) => said(element, paired.has(i)));
}

function findPairs(elements: readonly Element[]): Set<number> {
  const paired = new Set<number>();
  const afterSpeech = (cue: number) => {
    let at = cue + 1;
    while (at < elements.length && isSpoken(elements[at]!)) at++;
    return at;
  };
  const isCue = (at: number, dual: string) => elements[at]?.type === 'character' && elements[at].attrs.dual === dual;
  for (let at = 0; at < elements.length; at++) {
    const right = afterSpeech(at);
    if (!isCue(at, 'left') || !isCue(right, 'right')) continue;
    paired.add(at).add(right);
    at = afterSpeech(right) - 1;
  }
  return paired;
}

function said(element: Element, isPaired: boolean): Said {
  const { dual, ...attrs } = sayableAttrs(element.type, element.attrs) as Record<string, unknown>;
  const text = element.text.toWellFormed();
  const isOutline = ['section', 'synopsis', 'note'].includes(element.type);
  const formats = Array.from({ length: text.length }, (_, i) => formatAt(element.marks ?? [], i, isOutline));
  return { type: element.type, text, formats, attrs: isPaired ? { ...attrs, dual } : attrs };
}

function formatAt(marks: readonly Mark[], at: number, isOutline: boolean): string {
  const names = new Map<string, string>();
  for (const { type, value, from, to } of marks) {
    const name = type === 'boneyard' ? 'note' : type;
    if (from <= at && at < to && !(isOutline && name === 'note')) names.set(name, value ?? '');
  }
  return [...names]
    .map(([name, value]) => name + value)
    .sort()
    .join(' ');
}
