/** Mentions in a comment: `@` and a member's name, written out in the words; the ids travel beside them. */
import type { PersonView } from '@tramline/wire';

/** A mention that is being typed: where its `@` stands and what follows it up to the caret. */
export interface OpenMention {
  readonly at: number;
  readonly query: string;
}

/** Names are rarely longer; a lone `@` far back is not a mention. */
const MAX_QUERY = 40;

/** The mention that the caret stands in, if any. An `@` inside a word, as in an address, begins none. */
export function readOpenMention(words: string, caret: number): OpenMention | undefined {
  const at = words.lastIndexOf('@', caret - 1);
  if (at < 0 || caret - at - 1 > MAX_QUERY) return undefined;
  const before = words[at - 1];
  if (before !== undefined && /[\p{L}\p{N}._-]/u.test(before) && !/\p{Script=Han}/u.test(before)) return undefined;
  const query = words.slice(at + 1, caret);
  return /[\n@]/.test(query) ? undefined : { at, query };
}

/** The members that a half typed name may mean, those whose name begins with it first. */
export function findMentioned(members: readonly PersonView[], query: string, most = 6): PersonView[] {
  const wanted = query.toLocaleLowerCase();
  const rank = ({ name }: PersonView): number => {
    const words = name.toLocaleLowerCase();
    if (words.startsWith(wanted)) return 0;
    return words.split(/\s+/).some((word) => word.startsWith(wanted)) ? 1 : words.includes(wanted) ? 2 : 3;
  };
  return members
    .filter((member) => rank(member) < 3)
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}

/** The words with the open mention written out, and where the caret stands then. */
export function writeMention(
  words: string,
  { at, query }: OpenMention,
  name: string,
): { readonly words: string; readonly caret: number } {
  const mention = `@${name} `;
  const rest = words.slice(at + 1 + query.length).replace(/^ /, '');
  return { words: words.slice(0, at) + mention + rest, caret: at + mention.length };
}

/** A stretch of a comment: plain words, or the mention of a person. */
export interface CommentPart {
  readonly text: string;
  readonly person?: PersonView;
}

/** Splits words at the mentions of these people; of two names that both fit, the longer one is meant. */
export function splitMentions(words: string, people: readonly PersonView[]): CommentPart[] {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  const parts: CommentPart[] = [];
  let plain = 0;
  for (let at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
    const person = byLength.find(
      ({ name }) =>
        words.startsWith(name, at + 1) &&
        !/^[\p{L}\p{N}]/u.test(words.slice(at + 1 + name.length).replace(/^\p{Script=Han}.*/su, '')),
    );
    if (!person) continue;
    if (at > plain) parts.push({ text: words.slice(plain, at) });
    plain = at + 1 + person.name.length;
    parts.push({ text: words.slice(at, plain), person });
  }
  if (plain < words.length) parts.push({ text: words.slice(plain) });
  return parts;
}

/** The ids of the members that the words mention, each once. */
export function readMentions(words: string, members: readonly PersonView[]): string[] {
  return [...new Set(splitMentions(words, members).flatMap(({ person }) => (person ? [person.id] : [])))];
}
