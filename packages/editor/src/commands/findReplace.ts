/** Finds words in the script, and replaces them at many places in one transaction. */
import type { Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import type { Place } from '@tramline/collab';
import { elementStarts } from '../elementStarts.ts';

/** What is looked for. Words are taken as they are: no patterns. */
export interface WordQuery {
  readonly words: string;
  readonly matchCase?: boolean;
  /** Only where no letter or digit stands directly before or after. */
  readonly wholeWords?: boolean;
}

/** One place where the words stand, inside one element. */
export interface WordMatch {
  readonly start: Place;
  readonly end: Place;
}

const letterBefore = /[\p{L}\p{N}_]$/u;
const letterAfter = /^[\p{L}\p{N}_]/u;
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** All places of the words, in order and apart. Line feeds are part of an element's words. Empty words are nowhere. */
export function findWords(doc: Node, { words, matchCase = false, wholeWords = false }: WordQuery): WordMatch[] {
  if (words === '') return [];
  const pattern = new RegExp(escaped(words), matchCase ? 'gu' : 'giu');
  const found: WordMatch[] = [];
  for (const [ordinal, node] of doc.children.entries()) {
    const text = node.textContent;
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (wholeWords && (letterBefore.test(text.slice(0, from)) || letterAfter.test(text.slice(to)))) continue;
      found.push({ start: { ordinal, offset: from }, end: { ordinal, offset: to } });
    }
  }
  return found;
}

/** Replaces all found places by other words, each with the formats of its first unit, in one transaction. */
export function replaceWords(matches: readonly WordMatch[], words: string): Command {
  return (state, dispatch) => {
    if (matches.length === 0) return false;
    const tr = state.tr;
    const starts = elementStarts(state.doc);
    for (const { start, end } of matches.toReversed()) {
      const base = starts[start.ordinal]! + 1;
      tr.insertText(words, base + start.offset, base + end.offset);
    }
    if (!tr.docChanged) return false;
    dispatch?.(tr);
    return true;
  };
}
