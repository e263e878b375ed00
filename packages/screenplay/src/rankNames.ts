/** The speakers of a script in the order in which they are likely to speak next. */
import { type Element, speakerOf } from './element.ts';

/**
 * Names for a cue at `index`: those who speak in this scene before it, the latest first but the speaker before last at
 * the very front (two people talk in turns); then all others of the script by how often they speak, and of equals the
 * one who spoke last. Each name once, as it was last written; the cue at `index` does not count.
 */
export function rankNames(elements: readonly Element[], index: number): string[] {
  const recent = namesInScene(elements, index);
  const turns = recent.length > 1 ? [recent[1]!, recent[0]!, ...recent.slice(2)] : recent;
  return [...new Set([...turns, ...namesByUse(elements, index)])];
}

/** Speakers of the scene before `index`, the latest first, each once. */
function namesInScene(elements: readonly Element[], index: number): string[] {
  const names = new Set<string>();
  for (let i = index - 1; i >= 0; i--) {
    const element = elements[i]!;
    if (element.type === 'heading') break;
    if (element.type === 'character') names.add(speakerOf(element));
  }
  names.delete('');
  return [...names];
}

function namesByUse(elements: readonly Element[], index: number): string[] {
  const speakers = new Map<string, { count: number; last: number }>();
  elements.forEach((element, i) => {
    const name = element.type === 'character' && i !== index ? speakerOf(element) : '';
    if (name !== '') speakers.set(name, { count: (speakers.get(name)?.count ?? 0) + 1, last: i });
  });
  return [...speakers].sort(([, a], [, b]) => b.count - a.count || b.last - a.last).map(([name]) => name);
}
