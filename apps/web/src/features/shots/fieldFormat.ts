/** Numbers of a shot as people write and read them. */

/** What a number box made of the words in it. */
export type NumberReading = { readonly ok: true; readonly value: number | undefined } | { readonly ok: false };

const firstNumber = /^\s*(\d+(?:[.,]\d+)?)\s*(\p{L}*)\s*$/u;

/** A duration in frames: `6`, `6 s`, `6.5`, `144 f`, `144 frames`, `6 秒`, `144 帧`. Empty: none. */
export function readDuration(
  words: string,
  framesPerSecond: number,
  limits: { readonly min: number; readonly max: number },
): NumberReading {
  if (words.trim() === '') return { ok: true, value: undefined };
  const parts = firstNumber.exec(words);
  if (!parts) return { ok: false };
  const amount = Number(parts[1]!.replace(',', '.'));
  const isFrames = /^(f|frame|frames|帧)$/i.test(parts[2]!);
  if (!isFrames && !/^(s|sec|secs|second|seconds|秒)?$/i.test(parts[2]!)) return { ok: false };
  const frames = Math.round(isFrames ? amount : amount * framesPerSecond);
  return frames >= limits.min && frames <= limits.max ? { ok: true, value: frames } : { ok: false };
}

/** A focal length in millimetres: `35`, `35 mm`, `35毫米`. Empty: none. */
export function readFocal(words: string, limits: { readonly min: number; readonly max: number }): NumberReading {
  if (words.trim() === '') return { ok: true, value: undefined };
  const parts = firstNumber.exec(words);
  if (!parts || !/^(mm|毫米)?$/i.test(parts[2]!)) return { ok: false };
  const value = Number(parts[1]!.replace(',', '.'));
  return value >= limits.min && value <= limits.max ? { ok: true, value } : { ok: false };
}
