/** Where sentences begin inside a paragraph: places at which a page may part it. */

/** The end of a sentence with its closing marks and the spaces that hang behind it; wide stops need no space. */
const sentenceEnd = /[.!?…]+["'”’)\]]*[ \t]+(?=\S)|[。！？…]+[”’」』）]*(?=[^\s。！？…”’」』）])/g;
/** A point behind these words ends no sentence. */
const abbreviation = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Prof|Sgt|Lt|Capt|Col|Gen|vs|No|[A-Z])\.$/;

/** Offsets in `text` at which a sentence begins behind another one, ascending; UTF-16 units. */
export function sentenceStarts(text: string): number[] {
  const starts: number[] = [];
  for (const { 0: end, index } of text.matchAll(sentenceEnd)) {
    if (!abbreviation.test(text.slice(Math.max(0, index - 8), index + 1))) starts.push(index + end.length);
  }
  return starts;
}
