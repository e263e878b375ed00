/** The title page. Final Draft's has paragraphs without roles, so what each one is follows from its place and its words. */
import type { TitleEntry } from '@tramline/screenplay';
import { childOf, childrenOf, type XmlNode } from '../xml/readXml.ts';
import { readAttributes } from '../xml/startTag.ts';
import { readWords } from './readScenes.ts';

/** A paragraph of the title page that has words. Its value is its text from `prefix` on. */
export interface TitleParagraph {
  readonly node: XmlNode;
  readonly key: string;
  readonly text: string;
  readonly prefix: number;
}

/** A line of a title page before it is known what it is. */
export interface TitleLine {
  readonly text: string;
  readonly isCentered: boolean;
  /** Whether an empty line stands before it. */
  readonly isApart: boolean;
}

/** The worded paragraphs of the file's title page in order. */
export function readTitlePage(source: string, root: XmlNode): TitleParagraph[] {
  const content = childOf(childOf(root, 'TitlePage'), 'Content');
  const found: { node: XmlNode; line: TitleLine }[] = [];
  let isApart = true;
  for (const node of childrenOf(content, 'Paragraph')) {
    const text = readWords(source, node);
    const isCentered = readAttributes(source, node).get('Alignment') === 'Center';
    if (text.trim() !== '') found.push({ node, line: { text, isCentered, isApart } });
    isApart = text.trim() === '';
  }
  const roles = readRoles(found.map(({ line }) => line));
  return found.map(({ node, line }, i) => ({ node, text: line.text, ...roles[i]! }));
}

/** Entries by key, in the order in which the keys appear; the paragraphs of one key are lines of its value. */
export function titleOf(paragraphs: readonly Pick<TitleParagraph, 'key' | 'text' | 'prefix'>[]): TitleEntry[] {
  const groups = Map.groupBy(paragraphs, ({ key }) => key);
  return [...groups].map(([key, own]) => ({
    key,
    value: own.map(({ text, prefix }) => text.slice(prefix)).join('\n'),
  }));
}

const credit = /(?:^|\s)by\s*:?$|^(?:编剧|作者|原创)\s*[:：]?$/i;
const sourceWords = /^(?:based|adapted|inspired|from|story)\b|^改编/i;
const copyright = /copyright|©|\(c\)\s*\d|版权/i;
const draft = /\b(?:draft|revis(?:ed|ion)|version)\b|^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$|第.{1,3}稿/i;
const named = /^(\p{L}[\p{L}\p{N} _-]{0,38}):[ \t]?/u;
const contactNames = /^(?:tel|phone|telephone|mobile|cell|fax|e-?mail|mail|web|website|https?|c\/o)$/i;

interface Role {
  readonly key: string;
  readonly prefix: number;
}

/** What each line of a title page is. Centered: title, credit, author, source. Others: by a name before a colon, or by their words. */
export function readRoles(lines: readonly TitleLine[]): Role[] {
  let last = '';
  const hasCredit = lines.some((line) => line.isCentered && credit.test(line.text.trim()));
  return lines.map((line) => {
    if (!line.isCentered) return readSideRole(line.text);
    last = centeredKey(line, last, hasCredit);
    return { key: last, prefix: 0 };
  });
}

function centeredKey({ text, isApart }: TitleLine, last: string, hasCredit: boolean): string {
  if (credit.test(text.trim())) return 'Credit';
  if (last === '') return 'Title';
  if (last === 'Title' && (hasCredit || !isApart)) return 'Title';
  if (sourceWords.test(text)) return 'Source';
  return last === 'Source' && !isApart ? 'Source' : 'Author';
}

function readSideRole(text: string): Role {
  const [prefix, name] = named.exec(text) ?? [];
  const key = name?.trim();
  const isKey = key !== undefined && key.split(' ').length <= 4 && !contactNames.test(key);
  if (isKey && prefix !== undefined) return { key, prefix: prefix.length };
  if (copyright.test(text)) return { key: 'Copyright', prefix: 0 };
  return { key: draft.test(text) ? 'Draft date' : 'Contact', prefix: 0 };
}
