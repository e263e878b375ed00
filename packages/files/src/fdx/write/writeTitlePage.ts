/** The title page: changed entries go into the paragraphs that said them, others keep their bytes. */
import type { TitleEntry } from '@tramline/screenplay';
import type { FdxDocument } from '../fdxDocument.ts';
import { readRoles, type TitleLine, type TitleParagraph, titleOf } from '../read/readTitlePage.ts';
import { readRuns } from '../textRun.ts';
import { type SourceEdit, writeCharData } from '../xml/charData.ts';
import { childOf, isSelfClosing, type XmlNode } from '../xml/readXml.ts';
import { changeStartTag, openTag } from '../xml/startTag.ts';
import { changeRuns } from './changeRuns.ts';
import type { FileStyle } from './fileStyle.ts';

/** The edits that make the file's title page say `title`; none where it does. Of equal keys the last counts. */
export function titleEdits(origin: FdxDocument, title: readonly TitleEntry[], style: FileStyle): SourceEdit[] {
  const wanted = new Map(title.filter(({ value }) => value.trim() !== '').map(({ key, value }) => [key, tidy(value)]));
  const then = new Map(origin.title.map(({ key, value }) => [key, value]));
  const paragraphs = origin.layout.titleParagraphs;
  if (paragraphs.length === 0) return wanted.size === 0 ? [] : freshPage(origin, layOut(wanted), style);
  const changed = [...then].filter(([key, value]) => (wanted.get(key) ?? '') !== tidy(value)).map(([key]) => key);
  const added = [...wanted].filter(([key]) => !then.has(key));
  const own = Map.groupBy(paragraphs, ({ key }) => key);
  const edits = changed.flatMap((key) => changeEntry(origin.source, own.get(key)!, wanted.get(key) ?? '', style));
  if (added.length > 0) edits.push(addition(origin, added.map(sideLine), style));
  return edits;
}

/** Line endings of one kind, and no empty lines, which no paragraph could say. */
const tidy = (value: string) =>
  value
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .join('\n');

/** Gives the lines of a value to the paragraphs of its key: as many to each as it had, the rest to the last. */
function changeEntry(
  source: string,
  paragraphs: readonly TitleParagraph[],
  value: string,
  style: FileStyle,
): SourceEdit[] {
  const lines = value === '' ? [] : value.split('\n');
  let at = 0;
  return paragraphs.flatMap((paragraph, i) => {
    const then = paragraph.text.slice(paragraph.prefix);
    const count = i === paragraphs.length - 1 ? lines.length : tidy(then).split('\n').length;
    const own = lines.slice(at, at + count).join('\n');
    at += count;
    if (own === tidy(then)) return [];
    const text = own === '' ? '' : paragraph.text.slice(0, paragraph.prefix) + own;
    const runs = readRuns(source, paragraph.node, 'general', (number) => number);
    const stretches = text === '' ? [] : [{ to: text.length, format: undefined }];
    return changeRuns(
      source,
      runs,
      { text, stretches },
      { newline: style.newline, layoutStyles: [], numberOfTag: (id) => id },
    );
  });
}

/** An entry whose key stands before its words. */
function sideLine([key, value]: readonly [string, string]): TitleLine {
  const named: TitleLine = { text: value, isCentered: false, isApart: true };
  return readRoles([named])[0]!.key === key ? named : { ...named, text: `${key}: ${value}` };
}

const centeredKeys = ['Title', 'Credit', 'Author', 'Source'];

/** The lines of a new title page: what is centered first; each entry without its name where its place and words say it. */
function layOut(wanted: ReadonlyMap<string, string>): TitleLine[] {
  const centered = centeredKeys.filter((key) => wanted.has(key));
  const lines = centered.map((key): TitleLine => ({ text: wanted.get(key)!, isCentered: true, isApart: true }));
  const others = [...wanted].filter(([key]) => !centered.includes(key)).map(sideLine);
  const roles = readRoles(lines);
  const isSaid = roles.every(({ key }, i) => key === centered[i]);
  return isSaid ? [...lines, ...others] : [...wanted].map(sideLine);
}

/** Empty lines above the title, as Final Draft's template has them. */
const linesAbove = 16;

function writeLines(lines: readonly TitleLine[], gap: string, style: FileStyle): string {
  const blank = `${gap}<Paragraph Alignment="Left"/>`;
  const written = lines.map(({ text, isCentered }) => {
    const tag = changeStartTag('<Paragraph>', { Alignment: isCentered ? 'Center' : 'Left' });
    return `${blank}${gap}${tag}<Text>${writeCharData(text, style.newline)}</Text></Paragraph>`;
  });
  return written.join('');
}

function freshPage({ source, layout }: FdxDocument, lines: readonly TitleLine[], style: FileStyle): SourceEdit[] {
  const page = childOf(layout.root, 'TitlePage');
  const content = childOf(page, 'Content');
  const gap = style.gap(1);
  const above = `${gap}<Paragraph Alignment="Left"/>`.repeat(lines[0]?.isCentered ? linesAbove : 0);
  const paragraphs = above + writeLines(lines, gap, style);
  const whole = `<Content>${paragraphs}${style.gap(0)}</Content>`;
  if (content) return [replaceInside(source, content, paragraphs + style.gap(0), 'Content')];
  if (page) return [replaceInside(source, page, style.gap(0) + whole, 'TitlePage')];
  const at = layout.root.closeFrom;
  const text = `${style.newline}<TitlePage>${style.gap(0)}${whole}${style.newline}</TitlePage>${style.newline}`;
  return [{ from: at, to: at, text }];
}

/** An edit that puts text at the end of an element, which may be written as one tag. */
function replaceInside(source: string, node: XmlNode, text: string, name: string): SourceEdit {
  if (!isSelfClosing(node)) return { from: node.closeFrom, to: node.closeFrom, text };
  return { from: node.from, to: node.to, text: `${openTag(source.slice(node.from, node.to))}${text}</${name}>` };
}

function addition({ layout }: FdxDocument, lines: readonly TitleLine[], style: FileStyle): SourceEdit {
  const content = childOf(childOf(layout.root, 'TitlePage'), 'Content')!;
  const last = content.children.at(-1)!;
  return { from: last.to, to: last.to, text: writeLines(lines, style.gap(1), style) };
}

/** Whether a file's title page says `title`. */
export function isSameTitle(origin: FdxDocument, title: readonly TitleEntry[]): boolean {
  const values = (entries: readonly TitleEntry[]) => new Map(entries.map(({ key, value }) => [key, tidy(value)]));
  const then = values(titleOf(origin.layout.titleParagraphs));
  const now = values(title.filter(({ value }) => value.trim() !== ''));
  return then.size === now.size && [...then].every(([key, value]) => now.get(key) === value);
}
