/** The Hollywood layout as paragraphs: one for each element, cues on lines of their own. Rules: SPEC.md TX. */
import { type Element, isContinued, type Profile } from '@tramline/screenplay';
import { type BlockOptions, readBlocks, runsOf, type ScriptBlock, type ScriptParagraph } from './scriptBlock.ts';
import { numbersOf } from './writeDomestic.ts';

/** `continued` is put behind the cue of a speaker who goes on after action; empty for nothing. */
export interface HollywoodOptions extends BlockOptions {
  readonly profile: Profile;
  readonly continued?: string;
}

/**
 * Lays a script out for the columns of a profile. Only fixed scene numbers are drawn unless `numbers` says otherwise.
 * Sections, synopses and notes only with `withHidden`; words stay as they are typed, capitals are the writer's.
 */
export function writeHollywood(elements: readonly Element[], options: HollywoodOptions): ScriptBlock[] {
  const numbers = numbersOf(elements, options.numbers ?? 'fixed');
  const continued = continuedCues(elements, options.continued ?? "(CONT'D)");
  const layOut = (shown: readonly Element[], from: number, to: number) =>
    shown.slice(from, to).map((element): ScriptParagraph => {
      const runs = runsOf(element, 'words', options);
      const number = numbers.get(element.id);
      if (number) runs.unshift({ text: number.text, role: number.isFixed ? 'number' : 'derivedNumber', marks: [] });
      const more = continued.get(element.id);
      if (more) runs.push({ text: ` ${more}`, role: 'continued', marks: [] });
      return { type: element.type, runs, blankAbove: options.profile.blankBefore[element.type], attrs: element.attrs };
    });
  return readBlocks(elements, layOut, options);
}

function continuedCues(elements: readonly Element[], words: string): ReadonlyMap<string, string> {
  if (words === '') return new Map();
  const cues = elements.filter((e, i) => e.type === 'character' && e.text !== '' && isContinued(elements, i));
  return new Map(cues.map((cue) => [cue.id, words]));
}
