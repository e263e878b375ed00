/** Scripts as reports see them, for tests. */
import type { Element } from '../element.ts';
import { readFountain } from '../fountain/readFountain.ts';
import { paginate } from '../layout/paginate.ts';
import { finalDraftLetter, type Profile } from '../layout/profile.ts';
import { readScriptFacts, type ScriptFacts } from '../reports/scriptFacts.ts';

/** What reports count from, of elements. */
export function factsOf(elements: readonly Element[], profile: Profile = finalDraftLetter): ScriptFacts {
  return readScriptFacts(elements, paginate(elements, profile));
}

/** The same, of Fountain text. */
export function factsOfFountain(text: string): ScriptFacts {
  return factsOf(readFountain(text).elements);
}
