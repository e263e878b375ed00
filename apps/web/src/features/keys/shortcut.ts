/** The columns of the keys sheet. */
export const KEY_SECTIONS = ['anywhere', 'writing', 'tramlines', 'review', 'lists'] as const;
type KeySection = (typeof KEY_SECTIONS)[number];

/** A row of the keys sheet, and what the key does. */
export interface Shortcut {
  readonly id: string;
  readonly section: KeySection;
  /** What it does, in the person's language. */
  readonly words: string;
  /**
   * `Mod`, `Alt`, `Shift` and `Ctrl` with one key are pressed together; two plain keys one after the other (`['G', 'S']`).
   * Keys are named as `KeyboardEvent.key` does, letters in capitals; `Up`, `Down`, `Left`, `Right` for arrows.
   */
  readonly keys: readonly string[];
  /** Without it the row is only shown: something else, such as the editor, listens. */
  readonly run?: () => void;
  /** Also while a person types. Combinations with Mod always are; single keys never should be. */
  readonly inText?: boolean;
}

const MODIFIERS = ['Mod', 'Alt', 'Shift', 'Ctrl'];
const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** The facts of a key press that matter here; a `KeyboardEvent` is one. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The name of the pressed key. Letters and digits go by their place on the keyboard when Alt makes another sign of them. */
function pressedKey({ key, code, altKey }: Press): string {
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  if (altKey && place) return place[1] ?? place[2] ?? key;
  return ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** Whether a press is the combination, given the keys pressed just before. A sign such as `?` may need Shift on some keyboards. */
export function matches(keys: readonly string[], press: Press, before: readonly string[]): boolean {
  const plain = keys.filter((key) => !MODIFIERS.includes(key));
  const wants = (modifier: string) => keys.includes(modifier);
  const last = plain.at(-1);
  if (last === undefined || pressedKey(press) !== last) return false;
  if (wants('Mod') !== (press.metaKey || press.ctrlKey) || wants('Alt') !== press.altKey) return false;
  const isLetter = /^[A-Z]$|^.{2,}$/.test(last);
  if (isLetter && wants('Shift') !== press.shiftKey) return false;
  const first = plain.slice(0, -1);
  return first.every((key, at) => before[before.length - first.length + at] === key);
}

/** The name under which a press is remembered for a sequence, or null for one that belongs to none. */
export function sequenceKey(press: Press): string | null {
  return press.metaKey || press.ctrlKey || press.altKey || press.key.length !== 1 ? null : pressedKey(press);
}
