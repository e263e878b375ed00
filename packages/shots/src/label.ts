/** Labels of shots. Scene label and set-up label are two values and are never parsed out of one string. */

/** The labels of one shot: `12` and `A`. An empty set-up is the master, whose label is the bare scene number. */
export interface ShotLabel {
  readonly scene: string;
  readonly setup: string;
}

/** Letters that are not used, because they read as 1 and 0. */
const skipped: readonly string[] = ['I', 'O'];
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => !skipped.includes(letter));

/** The set-up letters of the n-th set-up after the master, counted from 1: A … H, J … N, P … Z, AA, AB … */
export function setupLetters(n: number): string {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`not a set-up number: ${n}`);
  let out = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / letters.length))
    out = letters[(rest - 1) % letters.length] + out;
  return out;
}

/**
 * Derived labels in the US style, while nothing is locked: the first shot of a scene is its master, the others take the next
 * letter. `shots` are in the order of the list; `scene` is the number of the scene that a shot begins in, `null` while it has
 * no place in the script: such a shot has no label.
 */
export function labelShots(
  shots: readonly { readonly id: string; readonly scene: string | null }[],
): Map<string, ShotLabel> {
  const counts = new Map<string, number>();
  const labels = new Map<string, ShotLabel>();
  for (const { id, scene } of shots) {
    if (scene === null) continue;
    const count = counts.get(scene) ?? 0;
    counts.set(scene, count + 1);
    labels.set(id, { scene, setup: count === 0 ? '' : setupLetters(count) });
  }
  return labels;
}

/** The label as it is drawn: scene and set-up side by side. For reading only. */
export function formatLabel({ scene, setup }: ShotLabel): string {
  return scene + setup;
}
