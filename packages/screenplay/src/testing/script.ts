/** Builders and readers of scripts, for tests. */
import { type Attrs, type Element, type ElementType, noAttrs } from '../element.ts';

/** An element with an id of its own words. */
export function element(type: ElementType, text: string, attrs: Attrs = noAttrs, id = `${type}:${text}`): Element {
  return { id, type, text, attrs };
}

/** What an element says, without its id and with absent marks as none. */
export function essence({ type, text, attrs, marks }: Element) {
  return { type, text, attrs: { ...attrs }, marks: marks ?? [] };
}

/** What a script says. */
export function essences(elements: readonly Element[]) {
  return elements.map(essence);
}

/** Types and words alone, for tests that mind nothing else. */
export function outline(elements: readonly Element[]): [ElementType, string][] {
  return elements.map((e) => [e.type, e.text]);
}
