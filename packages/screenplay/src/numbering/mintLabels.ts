/** The labels that a server gives for good to scenes that have none yet. */
import { type LetterStyle, numberLocked } from './numberLocked.ts';

/**
 * What labels are minted from. `order` are the ids of all scenes in the order of the script, omitted ones too; `minted`
 * every label ever given, by the id of its scene; `retired` labels that belong to no scene any more and stay unused.
 */
export interface MintRequest {
  readonly order: readonly string[];
  readonly minted: ReadonlyMap<string, string>;
  readonly retired: ReadonlySet<string>;
  readonly style?: LetterStyle;
}

/** A label that is new. */
export interface MintedLabel {
  readonly id: string;
  readonly label: string;
}

/**
 * New labels for the scenes in `order` that have none, in that order; none where all have one, so that it may run twice.
 * Labels of scenes that are gone count as used: such a scene gets its own back when it returns. At the moment of locking
 * `minted` holds what `numberScenes` says.
 */
export function mintLabels({ order, minted, retired, style }: MintRequest): MintedLabel[] {
  const unused = new Set([...retired, ...minted.values()]);
  const ids = [...new Set(order)];
  const labels = numberLocked(
    ids.map((id) => ({ id, locked: minted.get(id) })),
    unused,
    style,
  );
  return ids.filter((id) => !minted.get(id)).map((id) => ({ id, label: labels.get(id)! }));
}

/** Labels that were given to scenes that `order` does not hold any more, in the order of labels given. */
export function retiredLabels(order: readonly string[], minted: ReadonlyMap<string, string>): Set<string> {
  const living = new Set(order);
  return new Set([...minted].filter(([id]) => !living.has(id)).map(([, label]) => label));
}
