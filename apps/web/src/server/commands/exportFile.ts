/** A script as a file: what came in as Fountain or FDX and was not edited goes out byte for byte. */
import type { PageSettings } from '@tramline/collab';
import { encodeXml, writeDocx, writeFdx, writeHtml, writePdf, writeText } from '@tramline/files';
import { type Element, type TitleEntry, writeFountain } from '@tramline/screenplay';
import { loadBytes, type Script } from '@tramline/store';
import { EXPORT_KINDS, type ExportKind, type Outcome } from '@tramline/wire';
import { readStoredScript } from '../initialDocument.ts';
import { done, refuse } from '../outcome.ts';
import { readFont } from '../readFont.ts';
import { readScriptFile, type ScriptFile } from '../readScriptFile.ts';
import type { MemberCall } from '../route.ts';
import type { InProject } from '../subject.ts';

export interface ExportedFile {
  /** With its ending, and without what file systems refuse. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a writer gets. */
interface Writing {
  readonly script: Script;
  readonly elements: readonly Element[];
  readonly title: readonly TitleEntry[];
  readonly pages: PageSettings;
  /** The file that the script was imported from, read again with the same ids. */
  readonly source: ScriptFile | undefined;
  readonly sourceBytes: Uint8Array | undefined;
  readonly at: Date;
}

const WRITERS: Readonly<Record<ExportKind, { type: string; write: (writing: Writing) => Promise<Uint8Array> }>> = {
  pdf: { type: 'application/pdf', write: pdfBytes },
  fountain: { type: 'text/plain; charset=utf-8', write: async (writing) => fountainBytes(writing) },
  fdx: { type: 'application/xml', write: async (writing) => fdxBytes(writing) },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: ({ elements, title, ...writing }) => writeDocx(elements, title, { ...looks(writing), date: writing.at }),
  },
  txt: {
    type: 'text/plain; charset=utf-8',
    write: async ({ elements, title, ...writing }) => utf8(writeText(elements, title, looks(writing))),
  },
  html: {
    type: 'text/html; charset=utf-8',
    write: async ({ elements, title, ...writing }) => utf8(writeHtml(elements, title, looks(writing))),
  },
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The domestic layout where the pages are, Hollywood's columns else. */
function looks({ pages: { profile }, script }: Pick<Writing, 'pages' | 'script'>) {
  const layout: 'domestic' | 'hollywood' = profile.runIn ? 'domestic' : 'hollywood';
  return { layout, profile, language: script.language };
}

/** The pages of the editor on paper. */
async function pdfBytes({ elements, title, pages, script, at }: Writing): Promise<Uint8Array> {
  const { profile, words } = pages;
  const language = script.language === 'zh' ? 'zh-CN' : 'en';
  const written = await writePdf({ elements, title }, { date: at, profile, words, language, readFont });
  // Only a selection can be empty, and none is made here.
  if (!written.ok) throw new RangeError(written.code);
  return written.bytes;
}

/** Untouched stretches are copied from the source; when nothing was touched its own bytes go out, in whatever encoding they came. */
function fountainBytes({ elements, title, source, sourceBytes }: Writing): Uint8Array {
  const read = source?.kind === 'fountain' ? source : undefined;
  const text = writeFountain(elements, title, read?.origin);
  return read && sourceBytes && read.text === text ? sourceBytes : utf8(text);
}

function fdxBytes({ elements, title, source, sourceBytes }: Writing): Uint8Array {
  const origin = source?.kind === 'fdx' ? source.origin : undefined;
  const text = writeFdx(elements, title, origin);
  if (origin && sourceBytes && origin.source === text) return sourceBytes;
  return encodeXml(text, origin?.encoding ?? 'utf-8');
}

const isKind = (kind: string | undefined): kind is ExportKind =>
  (EXPORT_KINDS as readonly string[]).includes(kind ?? '');

/** The script as it lies in the log now. A kind that is not written is nothing that is there. */
export async function exportFile(
  call: MemberCall<unknown, InProject & { readonly script: Script }>,
): Promise<Outcome<ExportedFile>> {
  const { services, subject, params } = call;
  const { script } = subject;
  const { kind } = params;
  if (!isKind(kind)) return refuse('thing.notFound');
  const [stored, sent] = await Promise.all([
    loadBytes(services.log, script.documents.script),
    services.store.scripts.source(script.id),
  ]);
  if (!stored) return refuse('thing.notFound');
  const { elements, title, pages } = readStoredScript(stored, script.language);
  const read = sent && readScriptFile(sent, script.id, script.language);
  const { type, write } = WRITERS[kind];
  const bytes = await write({
    ...{ script, elements, title, pages, at: services.now() },
    source: read?.ok ? read.value : undefined,
    sourceBytes: sent?.bytes,
  });
  return done({ name: `${fileName(script.title)}.${kind}`, type, bytes: new Uint8Array(bytes) });
}

function fileName(title: string): string {
  return (
    title
      .replace(/[\p{Cc}"*/:<>?\\|]+/gu, ' ')
      .trim()
      .slice(0, 120) || 'script'
  );
}

/** The file as a download. The plain name is for old readers, the other for those who know RFC 6266. */
export function presentFile({ name, type, bytes }: ExportedFile): Response {
  const plain = name.replace(/[^\x20-\x7e]/g, '_');
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // A script as a page of its own may run nothing, should a browser ever show it in place.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
