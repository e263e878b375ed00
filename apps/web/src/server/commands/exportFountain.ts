/** A script as a Fountain file: what came in and was not edited goes out byte for byte. */
import { decodeScriptFile, writeFountain } from '@tramline/screenplay';
import { loadBytes, type Script } from '@tramline/store';
import type { Outcome } from '@tramline/wire';
import { readSource, readStoredScript } from '../initialDocument.ts';
import { done, refuse } from '../outcome.ts';
import type { MemberCall } from '../route.ts';
import type { InProject } from '../subject.ts';

export interface FountainFile {
  /** With its ending, and without what file systems refuse. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The script as it lies in the log now. Untouched stretches are copied from the imported source; when nothing at all was touched the
 * source's own bytes go out, in whatever encoding they came.
 */
export async function exportFountain({
  services,
  subject,
}: MemberCall<unknown, InProject & { readonly script: Script }>): Promise<Outcome<FountainFile>> {
  const { script } = subject;
  const [stored, source] = await Promise.all([
    loadBytes(services.log, script.documents.script),
    services.store.scripts.source(script.id),
  ]);
  if (!stored) return refuse('thing.notFound');
  const { elements, title } = readStoredScript(stored);
  const decoded = source && decodeScriptFile(source.bytes, source.name);
  const origin = decoded?.ok ? readSource(decoded.text, script.id) : undefined;
  const text = writeFountain(elements, title, origin);
  const isUntouched = source !== undefined && decoded?.ok && decoded.text === text;
  const bytes = isUntouched ? new Uint8Array(source.bytes) : new TextEncoder().encode(text);
  return done({ name: `${fileName(script.title)}.fountain`, bytes });
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
export function presentFile({ name, bytes }: FountainFile): Response {
  const plain = name.replace(/[^\x20-\x7e]/g, '_');
  return new Response(bytes, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
