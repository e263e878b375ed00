/** Title pages of scripts without marks: what stands before the script begins and says what it is. */
import { type FlowLine, foldWidth } from './flow.ts';
import type { RecognisedTitle } from './recognition.ts';
import { isTitleStyle } from './styleNames.ts';

/** Labels of Chinese and English title pages by the key that Fountain gives them. */
const labels: readonly (readonly [RegExp, string])[] = [
  [/^(?:片名|剧名|剧本名称?|title)$/i, 'Title'],
  [/^(?:编剧|作者|author|authors)$/i, 'Author'],
  [/^(?:原著|改编自|根据|source)$/i, 'Source'],
  [/^(?:日期|完稿日期|draft date|date)$/i, 'Draft date'],
  [/^(?:联系方式|联系人|联系|contact)$/i, 'Contact'],
  [/^(?:版本|稿次|revision)$/i, 'Revision'],
  [/^(?:版权|copyright)$/i, 'Copyright'],
  [/^(?:导演|director)$/i, 'Director'],
  [/^(?:类型|题材|genre)$/i, 'Genre'],
];

/** The Chinese label that a key is written under in the domestic format; the key itself where there is none. */
export function labelOfTitleKey(key: string): string {
  const chinese: Readonly<Record<string, string>> = {
    Author: '编剧',
    Authors: '编剧',
    Source: '原著',
    'Draft date': '日期',
    Date: '日期',
    Contact: '联系方式',
    Revision: '版本',
    Copyright: '版权',
    Director: '导演',
    Genre: '类型',
  };
  return chinese[key] ?? key;
}

const credit = /^(?:(?:screenplay|script|story|teleplay)\s+)?(?:written\s+)?by$/i;

/**
 * Takes the title page off: `《…》` or a line in a title style, labelled lines below it (`编剧：…`), or the block of a
 * Hollywood title page around `written by`. `isBody` says which lines can only belong to the script.
 */
export function takeTitle(
  flow: readonly FlowLine[],
  isBody: (line: FlowLine) => boolean,
): { title: RecognisedTitle[]; rest: readonly FlowLine[] } {
  const end = flow.findIndex(isBody);
  const head = flow.slice(0, Math.min(Math.max(end, 0), 40));
  const creditAt = head.findIndex((line) => credit.test(line.text));
  const isHollywood = creditAt > 0 && head.every((line) => line.hint.number === undefined);
  const title = isHollywood ? readHollywood(head, creditAt) : readLabelled(head);
  return { title, rest: flow.slice(isHollywood ? head.length : title.length) };
}

function readLabelled(head: readonly FlowLine[]): RecognisedTitle[] {
  const title: RecognisedTitle[] = [];
  for (const line of head) {
    const entry = readEntry(line, title.length === 0);
    if (entry === undefined || (title.length === 0 && entry.key !== 'Title')) break;
    title.push(entry);
  }
  return title;
}

function readEntry(line: FlowLine, isFirst: boolean): RecognisedTitle | undefined {
  if (line.hint.number !== undefined) return undefined;
  const lines = [line.at, line.at + 1] as const;
  const quoted = /^《([^《》]+)》$/.exec(line.text);
  if (quoted && isFirst) return { key: 'Title', value: quoted[1]!.trim(), label: '', lines };
  if (isFirst && line.hint.style !== undefined && isTitleStyle(line.hint.style))
    return { key: 'Title', value: line.text, label: '', lines };
  const found = /^([^：:]{1,16})[：:]\s*(\S.*)$/s.exec(line.text);
  const key = found && labels.find(([form]) => form.test(foldWidth(found[1]!.trim())))?.[1];
  return key ? { key, value: found[2]!, label: found[1]!.trim(), lines } : undefined;
}

/** Title above the credit, authors below it up to a blank line, the rest by what it looks like. */
function readHollywood(head: readonly FlowLine[], creditAt: number): RecognisedTitle[] {
  const authorEnd = head.findIndex((line, i) => i > creditAt + 1 && line.blankAbove > 0);
  const end = authorEnd < 0 ? head.length : authorEnd;
  const blocks: [string, readonly FlowLine[]][] = [
    ['Title', head.slice(0, creditAt)],
    ['Credit', head.slice(creditAt, creditAt + 1)],
    ['Author', head.slice(creditAt + 1, end)],
    ['Contact', head.slice(end)],
  ];
  return blocks.filter(([, lines]) => lines.length > 0).map(([key, lines]) => joinEntry(key, lines));
}

function joinEntry(key: string, lines: readonly FlowLine[]): RecognisedTitle {
  const value = lines.map((line) => line.text).join('\n');
  return { key, value, label: '', lines: [lines[0]!.at, lines.at(-1)!.at + 1] };
}
