import type { FailureCode } from '../shell/askApi.ts';

/** The largest file that is taken in. */
export const maxFileBytes = 20 * 1024 * 1024;
const ENDINGS = ['fountain', 'txt', 'spmd', 'md'];

/** What a file picker offers. */
export const FILE_ENDINGS = ENDINGS.map((ending) => `.${ending}`).join(',');

/** What can be said about a file before it is sent: a code of the catalogue, or null when it looks right. The server looks inside. */
export function refuseFile(file: { readonly name: string; readonly size: number }): FailureCode | null {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase();
  if (!ending || !ENDINGS.includes(ending)) return 'file.format';
  if (file.size === 0) return 'file.empty';
  return file.size > maxFileBytes ? 'file.tooBig' : null;
}

/** What a script's first words say about it: its title (the title page's, else the file's name) and its language. */
export function guessScript(
  fileName: string,
  head: string,
): { readonly title: string; readonly language: 'en' | 'zh' } {
  const titled = /^\s*(?:title|标题|片名)\s*[:：][ \t]*(?:\r?\n[ \t]+)?(.+)$/imu.exec(head)?.[1];
  const plain = titled?.replace(/[*_]+/g, '').trim();
  const name = fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  const han = head.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = head.match(/[A-Za-z]+/g)?.length ?? 0;
  return { title: (plain || name || fileName).slice(0, 200), language: han > latin ? 'zh' : 'en' };
}
