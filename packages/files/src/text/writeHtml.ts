/** One self-contained HTML file of a script: classes that say what a line is, columns as on paper. Rules: SPEC.md TX. */
import { chineseDomestic, type Element, finalDraftLetter, type Profile, type TitleEntry } from '@tramline/screenplay';
import { styleSheet } from './htmlStyle.ts';
import type { ScriptBlock, ScriptParagraph, ScriptRun } from './scriptBlock.ts';
import { writeDomestic } from './writeDomestic.ts';
import { writeHollywood } from './writeHollywood.ts';

/** `language` is a BCP 47 tag (`zh-CN`, `en`); without it, that of the layout. */
export interface HtmlOptions {
  readonly layout: 'domestic' | 'hollywood';
  readonly language?: string;
  readonly profile?: Profile;
  readonly numbers?: 'fixed' | 'all' | 'none';
  readonly continued?: string;
}

/**
 * An HTML page that needs nothing else: no script, no address, its style inside. Every element is a paragraph of its type's
 * class; runs have classes too (`cue`, `number`, `mark`). Notes and outline elements are left out, as on paper.
 */
export function writeHtml(elements: readonly Element[], title: readonly TitleEntry[], options: HtmlOptions): string {
  const isDomestic = options.layout === 'domestic';
  const profile = options.profile ?? (isDomestic ? chineseDomestic : finalDraftLetter);
  const blocks = isDomestic
    ? writeDomestic(elements, title, options).blocks
    : writeHollywood(elements, { ...options, profile });
  const name = title.find((entry) => entry.key === 'Title')?.value ?? '';
  return `<!DOCTYPE html>
<html lang="${escapeHtml(options.language ?? (isDomestic ? 'zh-CN' : 'en'))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name.replaceAll('\n', ' '))}</title>
<style>
${styleSheet(profile, options.layout)}</style>
</head>
<body>
<main class="script ${options.layout}">
${titlePage(title)}${blocks.map(writeBlock).join('')}</main>
</body>
</html>
`;
}

function titlePage(title: readonly TitleEntry[]): string {
  if (title.length === 0) return '';
  const lines = title.map(({ key, value }) => {
    const tag = key === 'Title' ? 'h1' : 'p';
    return `<${tag} class="${className(key)}" data-key="${escapeHtml(key)}">${withBreaks(value)}</${tag}>\n`;
  });
  return `<header class="title-page">\n${lines.join('')}</header>\n`;
}

const className = (key: string) => `title-${key.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

function writeBlock(block: ScriptBlock): string {
  if (block.kind === 'paragraph') return writeParagraph(block.paragraph);
  const half = (paragraphs: readonly ScriptParagraph[]) => `<div>\n${paragraphs.map(writeParagraph).join('')}</div>\n`;
  return `<div class="dual">\n${half(block.left)}${half(block.right)}</div>\n`;
}

function writeParagraph({ type, runs, attrs }: ScriptParagraph): string {
  const classes = [type, attrs.omitted && 'omitted', attrs.startsNewPage && 'new-page'].filter(Boolean).join(' ');
  if (type === 'pageBreak' && runs.length === 0) return '<hr class="pageBreak">\n';
  const tag = type === 'heading' ? 'h2' : 'p';
  const number = attrs.number === undefined ? '' : ` data-number="${escapeHtml(attrs.number)}"`;
  return `<${tag} class="${classes}"${number}>${runs.map(writeRun).join('')}</${tag}>\n`;
}

const tags: Readonly<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strike: 's',
  highlight: 'mark',
};

function writeRun({ text, role, marks }: ScriptRun): string {
  const formats = marks.flatMap((type) => tags[type] ?? []);
  const open = formats.map((tag) => `<${tag}>`).join('');
  const close = formats
    .toReversed()
    .map((tag) => `</${tag}>`)
    .join('');
  const words = open + withBreaks(text) + close;
  return role === 'words' ? words : `<span class="${role}">${words}</span>`;
}

const withBreaks = (text: string) => escapeHtml(text).replaceAll('\n', '<br>\n');

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for between tags and inside attributes. Control characters and half surrogate pairs become U+FFFD. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (c) => escapes[c]!)
    .replace(/[^\P{Cc}\t\n]/gu, '\ufffd');
}
