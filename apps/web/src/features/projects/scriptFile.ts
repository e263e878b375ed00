import { decodeScriptFile, maxFileBytes } from '@tramline/screenplay';
import type { FailureCode } from '../shell/askApi.ts';

/** What a file picker offers first; any text file may be chosen. */
export const FILE_ENDINGS = '.fountain,.spmd,.fdx,.docx,.txt,.md,text/plain';

/** Files that are no plain text: what they say about themselves is read by the server. */
const isPacked = (name: string): boolean => /\.(?:fdx|docx|docm)$/i.test(name);

/** A file as it was read on this device: its first words, or why it cannot come in. */
export type ReadFile =
  | { readonly ok: true; readonly head: string }
  | { readonly ok: false; readonly code: FailureCode };

const headLength = 4_000;

/** Reads a file as the server will, before anything is sent or made. A file over the limit is not opened. */
export async function readScriptFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<ReadFile> {
  if (file.size > maxFileBytes) return { ok: false, code: 'file.tooBig' };
  if (isPacked(file.name)) return file.size > 0 ? { ok: true, head: '' } : { ok: false, code: 'file.empty' };
  // A folder, or a file that has gone meanwhile, has no bytes to give.
  const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
  const decoded = decodeScriptFile(new Uint8Array(bytes), file.name);
  return decoded.ok ? { ok: true, head: decoded.text.slice(0, headLength) } : { ok: false, code: decoded.code };
}

/** What a script's first words say about it: its title (the title page's, else the file's name) and its language. */
export function guessScript(
  fileName: string,
  head: string,
): { readonly title: string; readonly language: 'en' | 'zh' } {
  const titled = /^\s*(?:title|标题|片名|剧名)\s*[:：][ \t]*(?:\r?\n[ \t]+)?(.+)$/imu.exec(head)?.[1];
  const plain = titled?.replace(/[*_]+/g, '').trim();
  const name = fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  const han = head.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = head.match(/[A-Za-z]+/g)?.length ?? 0;
  return { title: (plain || name || fileName).slice(0, 200), language: han > latin ? 'zh' : 'en' };
}
