/** Where things are tagged: stretches of words under a mark of type `tag`. */
import type { Element, Mark } from '../element.ts';
import type { ScriptFacts } from './scriptFacts.ts';

/** One tagged stretch. `tag` is the mark's value, empty where it has none; `scene` is undefined before the first. */
export interface TagUse {
  readonly tag: string;
  readonly scene: number | undefined;
  readonly words: string;
}

/** All tagged stretches in the order of the script. Stretches of one tag that touch are one; omitted scenes have none. */
export function readTagUses({ elements, scenes }: Pick<ScriptFacts, 'elements' | 'scenes'>): TagUse[] {
  const uses: TagUse[] = [];
  let scene = -1;
  for (const element of elements) {
    if (element.type === 'heading') scene++;
    if (element.marks === undefined || scenes[scene]?.isOmitted) continue;
    for (const { from, to, value = '' } of joinTags(element))
      uses.push({ tag: value, scene: scene < 0 ? undefined : scene, words: element.text.slice(from, to) });
  }
  return uses;
}

function joinTags({ marks = [] }: Element): Mark[] {
  const joined: Mark[] = [];
  const last = new Map<string | undefined, number>();
  for (const mark of marks.filter(({ type }) => type === 'tag').sort((a, b) => a.from - b.from)) {
    const at = last.get(mark.value);
    const before = at === undefined ? undefined : joined[at]!;
    if (before !== undefined && before.to >= mark.from) {
      joined[at!] = { ...before, to: Math.max(before.to, mark.to) };
    } else {
      last.set(mark.value, joined.length);
      joined.push(mark);
    }
  }
  return joined;
}
