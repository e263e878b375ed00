/** What changed between the content that was approved and what is there now, as a screen shows it. */
import type { ApprovedContent, ApprovedPrompt, ApprovedWords, ComponentName } from './approvalContent.ts';
import { COMPONENTS } from './approvalContent.ts';
import { canonicalJson } from './canonical.ts';
import { commonItems, type DiffSegment, diffText } from './diffText.ts';

/**
 * One difference. `field` names it inside its component: for `words` the type of the element (`dialogue`, `action`, …), for `shot`
 * a field's name, for `prompt` `text`, `negative`, `references` or `parameters.<name>`, for the others the component itself.
 */
export interface ContentDifference {
  readonly component: ComponentName;
  readonly field: string;
  /** Of words only: whose speech it is. */
  readonly cue?: string;
  /** `null`: it was not there, or is not there any more. */
  readonly seen: string | null;
  readonly now: string | null;
  /** Word by word, from `seen` to `now`. */
  readonly segments: readonly DiffSegment[];
}

function difference(
  component: ComponentName,
  field: string,
  seen: string | null,
  now: string | null,
  cue?: string,
): ContentDifference {
  return {
    component,
    field,
    seen,
    now,
    segments: diffText(seen ?? '', now ?? ''),
    ...(cue === undefined ? {} : { cue }),
  };
}

const isSameLine = (a: ApprovedWords, b: ApprovedWords): boolean =>
  a.type === b.type && a.cue === b.cue && a.text === b.text;

/** Two lines are one line that changed if they stand in the same gap and are of one type, or one took the other's place alone. */
function pairLines(seen: readonly ApprovedWords[], now: readonly ApprovedWords[]): ContentDifference[] {
  if (seen.length === 1 && now.length === 1 && seen[0]!.type !== now[0]!.type) return [changedType(seen[0]!, now[0]!)];
  const pairs = commonItems(seen, now, (a, b) => a.type === b.type);
  const out: ContentDifference[] = [];
  let [i, j] = [0, 0];
  for (const [left, right] of [...pairs, [seen.length, now.length] as [number, number]]) {
    for (const line of seen.slice(i, left)) out.push(difference('words', line.type, line.text, null, line.cue));
    for (const line of now.slice(j, right)) out.push(difference('words', line.type, null, line.text, line.cue));
    if (left < seen.length) out.push(...changedLine(seen[left]!, now[right]!));
    [i, j] = [left + 1, right + 1];
  }
  return out;
}

function changedType(seen: ApprovedWords, now: ApprovedWords): ContentDifference {
  return difference('words', now.type, `${seen.type}: ${seen.text}`, `${now.type}: ${now.text}`, now.cue);
}

function changedLine(seen: ApprovedWords, now: ApprovedWords): ContentDifference[] {
  const out: ContentDifference[] = [];
  if (seen.cue !== now.cue) out.push(difference('words', 'character', seen.cue ?? null, now.cue ?? null));
  if (seen.text !== now.text) out.push(difference('words', now.type, seen.text, now.text, now.cue));
  return out;
}

function diffWords(seen: readonly ApprovedWords[], now: readonly ApprovedWords[]): ContentDifference[] {
  const out: ContentDifference[] = [];
  let [i, j] = [0, 0];
  for (const [left, right] of [...commonItems(seen, now, isSameLine), [seen.length, now.length] as [number, number]]) {
    out.push(...pairLines(seen.slice(i, left), now.slice(j, right)));
    [i, j] = [left + 1, right + 1];
  }
  return out;
}

type Values = Readonly<Record<string, unknown>>;
const shown = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : canonicalJson(value);

function diffValues(component: ComponentName, seen: Values, now: Values, prefix = ''): ContentDifference[] {
  const names = [...new Set([...Object.keys(seen), ...Object.keys(now)])];
  return names
    .map((name) => [prefix + name, shown(seen[name]), shown(now[name])] as const)
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => difference(component, field, before, after));
}

function diffPrompts(seen: ApprovedPrompt | undefined, now: ApprovedPrompt | undefined): ContentDifference[] {
  const split = (prompt: ApprovedPrompt | undefined): [Values, Values] => {
    const { parameters = {}, references = [], ...texts } = prompt ?? { text: '', negative: '' };
    return [{ ...texts, references: references.join('\n') }, parameters];
  };
  const [[seenTexts, seenParameters], [nowTexts, nowParameters]] = [split(seen), split(now)];
  return [
    ...diffValues('prompt', seenTexts, nowTexts),
    ...diffValues('prompt', seenParameters, nowParameters, 'parameters.'),
  ];
}

function diffComponent(component: ComponentName, seen: ApprovedContent, now: ApprovedContent): ContentDifference[] {
  switch (component) {
    case 'words':
      return diffWords(seen.words ?? [], now.words ?? []);
    case 'shot':
      return diffValues('shot', seen.shot ?? {}, now.shot ?? {});
    case 'prompt':
      return diffPrompts(seen.prompt, now.prompt);
    case 'take':
    case 'place': {
      const [before, after] = [shown(seen[component]), shown(now[component])];
      return before === after ? [] : [difference(component, component, before, after)];
    }
  }
}

/** Everything that differs, component by component in a fixed order; words in the order of the script. Empty: nothing differs. */
export function diffContent(seen: ApprovedContent, now: ApprovedContent): ContentDifference[] {
  return COMPONENTS.flatMap((component) => diffComponent(component, seen, now));
}
