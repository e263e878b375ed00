/** Which stretches of a scene are covered by a shot. A scene whose words and spans stayed is not counted again. */
import type { Element } from '@tramline/screenplay';
import { type CoveredSpan, coverageOf, type SceneCoverage } from '@tramline/shots';
import { keepData, keepList } from './keepIdentity.ts';
import type { ScenePart } from './sceneReader.ts';

interface Counted {
  readonly elements: readonly Element[];
  readonly spans: readonly CoveredSpan[];
  readonly coverage: SceneCoverage;
}

const NOTHING: SceneCoverage = { spans: [], words: 0, coveredWords: 0 };

/** The part of a span that lies in a scene, with ordinals counted from the scene's heading; `undefined`: none of it. */
function spanInScene({ start, end }: CoveredSpan, { from, to }: ScenePart): CoveredSpan | undefined {
  if (end.ordinal < from || start.ordinal >= to) return undefined;
  const first =
    start.ordinal < from ? { ordinal: 0, offset: 0 } : { ordinal: start.ordinal - from, offset: start.offset };
  const last =
    end.ordinal >= to ? { ordinal: to - from, offset: 0 } : { ordinal: end.ordinal - from, offset: end.offset };
  return { start: first, end: last };
}

/** Counts coverage scene by scene; spans are in ordinals of the whole script, in any order. */
export function createCoverageReader(): (
  elements: readonly Element[],
  scenes: readonly ScenePart[],
  spans: readonly CoveredSpan[],
) => ReadonlyMap<string, SceneCoverage> {
  let before = new Map<string, Counted>();
  return (elements, scenes, spans) => {
    const byStart = spans.toSorted((a, b) => a.start.ordinal - b.start.ordinal);
    const now = new Map<string, Counted>();
    const open: CoveredSpan[] = [];
    let next = 0;
    for (const scene of scenes) {
      while (next < byStart.length && byStart[next]!.start.ordinal < scene.to) open.push(byStart[next++]!);
      const inside = open.flatMap((span) => spanInScene(span, scene) ?? []);
      for (let at = open.length - 1; at >= 0; at--) if (open[at]!.end.ordinal < scene.to) open.splice(at, 1);
      const old = before.get(scene.id);
      const slice = elements.slice(scene.from, scene.to);
      const isSame = old && keepList(old.elements, slice) === old.elements && keepData(old.spans, inside) === old.spans;
      now.set(scene.id, isSame ? old : count(scene.id, slice, inside, old));
    }
    before = now;
    return new Map([...now].map(([id, { coverage }]) => [id, coverage]));
  };
}

function count(
  id: string,
  elements: readonly Element[],
  spans: readonly CoveredSpan[],
  old: Counted | undefined,
): Counted {
  const counted = coverageOf(elements, [{ id, from: 0, to: elements.length }], spans).scenes.get(id) ?? NOTHING;
  const merged = joinSpans(counted);
  return { elements, spans, coverage: keepData(old?.coverage, merged) };
}

/** A bar draws each stretch once: overlapping and touching spans become one. */
function joinSpans(coverage: SceneCoverage): SceneCoverage {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of coverage.spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return { ...coverage, spans: joined };
}
