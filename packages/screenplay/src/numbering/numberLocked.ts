/** Numbers of scenes after locking: what has a label keeps it, new scenes get letters. Rules: SPEC.md SL. */
import { nextBefore, nextBehind } from './letters.ts';
import { compareSceneLabels, parseSceneLabel, sceneLabelKey } from './sceneLabel.ts';

/** A scene in the order of the script. `locked` is the label that it got for good; absent or empty: it is new. */
export interface LockableScene {
  readonly id: string;
  readonly locked?: string | undefined;
}

/**
 * Where new scenes get their letters. `nearest`: `12A` directly behind a plain 12, else before the scene that follows
 * (`A13`); `behind`: `12A`, `12B`, … while there is room; `before`: `A13`, `B13`, … Source: production-and-review 1d.
 */
export type LetterStyle = 'nearest' | 'behind' | 'before';

/**
 * The label of every scene by its id, in the order given. Locked labels come back as they are, twice if they were given
 * twice; a new one differs from all of them and from `retired`, capitals and small letters being the same. What stands
 * behind the last locked scene gets whole numbers, above all that were ever used; so do all where nothing is locked, and
 * those that no letters fit.
 */
export function numberLocked(
  scenes: readonly LockableScene[],
  retired: ReadonlySet<string>,
  style: LetterStyle = 'nearest',
): Map<string, string> {
  const used = new Set([...retired, ...scenes.flatMap(({ locked }) => locked || [])].map(sceneLabelKey));
  const labels = new Map<string, string>();
  for (let from = 0; from < scenes.length; ) {
    let to = from;
    while (to < scenes.length && !scenes[to]!.locked) to++;
    const gap = { after: scenes[from - 1]?.locked, until: scenes[to]?.locked, count: to - from };
    for (const label of to > from ? fillGap(gap, used, style) : []) {
      labels.set(scenes[from++]!.id, label);
      used.add(label);
    }
    if (to < scenes.length) labels.set(scenes[to]!.id, scenes[to]!.locked!);
    from = to + 1;
  }
  return labels;
}

/** `count` new scenes between two labels; undefined at the ends of the script. */
interface Gap {
  readonly after: string | undefined;
  readonly until: string | undefined;
  readonly count: number;
}
type Used = ReadonlySet<string>;

function fillGap(gap: Gap, used: Used, style: LetterStyle): string[] {
  if (gap.until === undefined) return countOn(gap, used);
  const fillers = isBehindFirst(gap, style) ? [fillBehind, fillBefore] : [fillBefore, fillBehind];
  for (const fill of fillers) {
    const labels = fill(gap, used);
    if (labels.length === gap.count) return labels;
  }
  return countOn(gap, used);
}

function isBehindFirst({ after }: Gap, style: LetterStyle): boolean {
  if (style !== 'nearest') return style === 'behind';
  const label = after === undefined ? undefined : parseSceneLabel(after);
  return label?.before === '' && label.behind === '';
}

/** A scene that was moved may stand between labels that do not ascend: then only the near one counts. */
function isAscending({ after, until }: Gap): boolean {
  return after !== undefined && until !== undefined && compareSceneLabels(after, until) < 0;
}

function fillBehind(gap: Gap, used: Used): string[] {
  const label = gap.after === undefined ? undefined : parseSceneLabel(gap.after);
  const labels: string[] = [];
  if (label === undefined || label.before !== '') return labels;
  const most = isAscending(gap) ? gap.until : undefined;
  for (let behind = nextBehind(label.behind); labels.length < gap.count; behind = nextBehind(behind)) {
    const next = label.core + behind;
    if (most !== undefined && compareSceneLabels(next, most) >= 0) break;
    if (!used.has(next)) labels.push(next);
  }
  return labels;
}

function fillBefore(gap: Gap, used: Used): string[] {
  const labels: string[] = [];
  if (parseSceneLabel(gap.until!) === undefined) return labels;
  const until = sceneLabelKey(gap.until!);
  const after = sceneLabelKey(gap.after ?? '');
  const isInFront = after.length > until.length && after.endsWith(until) && isAscending(gap);
  let before = nextBefore(isInFront ? after.slice(0, -until.length) : undefined);
  for (; before !== undefined && labels.length < gap.count; before = nextBefore(before))
    if (!used.has(before + until)) labels.push(before + until);
  return labels;
}

/** Whole numbers above every one that was used under the same stem (`1-` of `1-40`). */
function countOn({ after, count }: Gap, used: Used): string[] {
  const stem = (after === undefined ? undefined : parseSceneLabel(after)?.stem) ?? '';
  let highest = 0n;
  for (const label of used) {
    const parsed = parseSceneLabel(label);
    if (parsed?.stem === stem && parsed.number > highest) highest = parsed.number;
  }
  return Array.from({ length: count }, (_, i) => stem + String(highest + BigInt(i + 1)));
}
