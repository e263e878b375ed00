/** How much of a script its shots cover, and where. Derived; a caller keeps nothing. */

/** An element as coverage needs it: one of the screenplay's. */
export interface CoverableElement {
  readonly type: string;
  readonly text: string;
}
/** A place in the script: the ordinal of the element, and a UTF-16 offset in its text. */
export interface ScriptPlace {
  readonly ordinal: number;
  readonly offset: number;
}
/** What a shot covers, `start` to `end`. */
export interface CoveredSpan {
  readonly start: ScriptPlace;
  readonly end: ScriptPlace;
}
/** Elements `[from, to)` of a scene; `from` is its heading. */
export interface SceneRange {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Coverage of one scene: spans of its length in 0..1, apart and ascending; and words that want a picture. */
export interface SceneCoverage {
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly words: number;
  readonly coveredWords: number;
}
export interface Coverage {
  readonly scenes: ReadonlyMap<string, SceneCoverage>;
  /** Covered words over all words, 0..1; 0 for a script without words. */
  readonly share: number;
}

/** Elements whose words want a picture. Headings, cues and transitions name things, and notes never reach paper. */
const pictured: readonly string[] = ['action', 'parenthetical', 'dialogue', 'lyrics', 'general', 'centered', 'shot'];

const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const wordPattern = new RegExp(`[${han}]|(?:(?![${han}])[\\p{L}\\p{M}\\p{Nd}'’-])+`, 'gu');

/** Ends of words by element: `[from, to, from, to, …]`. Elements are never changed, so that identity is a key. */
const wordCache = new WeakMap<CoverableElement, readonly number[]>();

/** Where the words of an element are, as pairs of offsets. A Chinese character is a word. */
function wordsOf(element: CoverableElement): readonly number[] {
  const cached = wordCache.get(element);
  if (cached !== undefined) return cached;
  const found = pictured.includes(element.type)
    ? [...element.text.matchAll(wordPattern)].flatMap((match) => [match.index, match.index + match[0].length])
    : [];
  wordCache.set(element, found);
  return found;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches merged where they touch, ascending. */
function merged(stretches: Stretch[]): Stretch[] {
  const out: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) out.push({ from, to });
  }
  return out;
}

/** A span as stretches of a linear count in which an element takes its length and one. */
function linear(
  starts: readonly number[],
  elements: readonly CoverableElement[],
  { start, end }: CoveredSpan,
): Stretch {
  const at = ({ ordinal, offset }: ScriptPlace): number =>
    ordinal >= elements.length ? starts.at(-1)! : starts[ordinal]! + Math.min(offset, elements[ordinal]!.text.length);
  return { from: at(start), to: at(end) };
}

function countWords(
  elements: readonly CoverableElement[],
  starts: readonly number[],
  covered: readonly Stretch[],
  scene: SceneRange,
): SceneCoverage {
  const [from, to] = [starts[scene.from]!, starts[scene.to]!];
  const inside = covered
    .filter((stretch) => stretch.to > from && stretch.from < to)
    .map((stretch) => ({ from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) }));
  let words = 0;
  let coveredWords = 0;
  let next = 0;
  for (let ordinal = scene.from; ordinal < scene.to; ordinal++) {
    const pairs = wordsOf(elements[ordinal]!);
    for (let i = 0; i < pairs.length; i += 2) {
      const [start, end] = [starts[ordinal]! + pairs[i]!, starts[ordinal]! + pairs[i + 1]!];
      while (next < inside.length && inside[next]!.to <= start) next++;
      words++;
      if (next < inside.length && inside[next]!.from < end) coveredWords++;
    }
  }
  const length = Math.max(1, to - from);
  return {
    spans: inside.map((stretch) => ({ from: (stretch.from - from) / length, to: (stretch.to - from) / length })),
    words,
    coveredWords,
  };
}

/** The coverage of every scene, and of the whole. Words before the first scene count for neither. Spans may overlap. */
export function coverageOf(
  elements: readonly CoverableElement[],
  scenes: readonly SceneRange[],
  spans: readonly CoveredSpan[],
): Coverage {
  const starts = [0];
  for (const { text } of elements) starts.push(starts.at(-1)! + text.length + 1);
  const covered = merged(spans.map((span) => linear(starts, elements, span)));
  const counted = new Map(scenes.map((scene) => [scene.id, countWords(elements, starts, covered, scene)]));
  let [words, coveredWords] = [0, 0];
  for (const scene of counted.values()) {
    words += scene.words;
    coveredWords += scene.coveredWords;
  }
  return { scenes: counted, share: words === 0 ? 0 : coveredWords / words };
}
