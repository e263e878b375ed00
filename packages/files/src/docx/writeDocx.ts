/** Word files out: the domestic template and the Hollywood layout. Rules: SPEC.md DX. */
import {
  chineseDomestic,
  type Element,
  finalDraftLetter,
  numberScenes,
  type Profile,
  parseHeading,
  type TitleEntry,
} from '@tramline/screenplay';
import { Document, type FileChild, Footer, Header, Packer, PageNumber, Paragraph, SectionType, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { writeDomestic } from '../text/writeDomestic.ts';
import { writeHollywood } from '../text/writeHollywood.ts';
import type { StyleLanguage } from './docxStyles.ts';
import { sceneList, styleOptions } from './styleOptions.ts';
import { childrenOf, titleParagraphs } from './writeParagraph.ts';

/**
 * `date` is written as that of creation, so that the same script gives the same bytes. `language` names the styles
 * (`zh` for the domestic layout without it, else `en`). `withHidden` writes sections, synopses, notes and hidden words as
 * hidden text, which Word does not print; without it they are left out.
 */
export interface DocxOptions {
  readonly layout: 'domestic' | 'hollywood';
  readonly date: Date;
  readonly language?: StyleLanguage;
  readonly profile?: Profile;
  readonly numbers?: 'fixed' | 'all' | 'none';
  readonly continued?: string;
  readonly withHidden?: boolean;
}

/**
 * A Word file of a script, read back by `readDocx` as the same elements and title. Domestic: A4, 宋体 12 pt, numbers of scenes
 * counted by Word where none is fixed. Hollywood: the paper and columns of the profile (US Letter without one), Courier
 * 12 pt, fixed numbers on both sides. Page numbers stand in the header. Marks of revisions and tags are not kept.
 */
export async function writeDocx(
  elements: readonly Element[],
  title: readonly TitleEntry[],
  options: DocxOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const isDomestic = options.layout === 'domestic';
  const profile = options.profile ?? (isDomestic ? chineseDomestic : finalDraftLetter);
  const language = options.language ?? (isDomestic ? 'zh' : 'en');
  const isCounted = isDomestic && mayCount(elements, options);
  const numbers = isCounted ? 'none' : options.numbers;
  const laid = { ...options, profile, ...(numbers && { numbers }) };
  const domestic = isDomestic ? writeDomestic(elements, title, laid) : undefined;
  const blocks = domestic?.blocks ?? writeHollywood(elements, laid);
  const lines = domestic?.title ?? title.map((entry) => ({ ...entry, label: '' }));
  const style = { profile, layout: options.layout, language, isCounted };
  const document = new Document({
    creator: '',
    lastModifiedBy: '',
    title: title.find((entry) => entry.key === 'Title')?.value.toWellFormed() ?? '',
    styles: styleOptions(style),
    ...(isCounted && { numbering: { config: [sceneList] } }),
    sections: [
      ...(lines.length > 0 ? [section(profile, titleParagraphs(lines, options.layout), false)] : []),
      section(
        profile,
        blocks.flatMap((block) => childrenOf(block, style)),
        true,
      ),
    ],
  });
  return withDate(new Uint8Array(await Packer.toArrayBuffer(document)), options.date);
}

/** Word counts the scenes itself where every number is the one that it would count. */
function mayCount(elements: readonly Element[], { numbers = 'all' }: DocxOptions): boolean {
  const headings = elements.filter((e) => e.type === 'heading');
  const isPlain = (e: Element) => e.attrs.number === undefined && parseHeading(e.text).number === undefined;
  return numbers === 'all' && headings.length > 0 && headings.every(isPlain) && numberScenes(headings)[0] === '1';
}

/** Twips of points. */
const twips = (points: number) => Math.round(points * 20);

function section({ paper }: Profile, children: readonly FileChild[], isScript: boolean) {
  const margin = {
    top: twips(paper.top),
    bottom: twips(72),
    left: twips(paper.left),
    right: twips(72),
    header: 720,
    footer: 720,
  };
  const right = { ...margin, right: Math.max(720, twips(paper.width - paper.left) - textWidth(paper)) };
  const page = { size: { width: twips(paper.width), height: twips(paper.height) }, margin: right };
  const number = new Paragraph({
    alignment: 'right',
    children: [new TextRun({ children: [PageNumber.CURRENT, '.'] })],
  });
  if (!isScript) return { properties: { type: SectionType.NEXT_PAGE, page }, children };
  return {
    properties: { type: SectionType.NEXT_PAGE, titlePage: true, page: { ...page, pageNumbers: { start: 1 } } },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph('')] }) },
    footers: { default: new Footer({ children: [new Paragraph('')] }) },
    children: children.length > 0 ? children : [new Paragraph('')],
  };
}

/** The room for words: 60 cells of a tenth of an inch, or 68 of 6 points. */
const textWidth = (paper: Profile['paper']) => twips(paper.cell * (paper.cell === 6 ? 68 : 60));

/** The same parts with fixed times, in one order: the library writes the time of day into both. */
function withDate(file: Uint8Array, date: Date): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(file);
  const time = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const zip: Zippable = {};
  for (const name of Object.keys(parts)) {
    const isCore = name === 'docProps/core.xml';
    zip[name] = isCore
      ? strToU8(strFromU8(parts[name]!).replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${time}`))
      : parts[name]!;
  }
  return new Uint8Array(zipSync(zip, { level: 6, mtime: new Date(1980, 0, 1) }));
}
