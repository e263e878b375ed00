/** What part of the day a heading's time names, in English and Chinese. */

/** `same` says that the time goes on from the scene before; `other` is a time that we do not know. */
export type NamedTime = TimeOfDay | 'same' | 'other';

/** Parts of the day, in its order. */
export const partsOfDay = ['dawn', 'morning', 'day', 'afternoon', 'dusk', 'evening', 'night'] as const;
export type TimeOfDay = (typeof partsOfDay)[number];

/** The first that fits decides: AFTERNOON before NOON, MIDNIGHT with NIGHT before all. */
const english: readonly (readonly [RegExp, NamedTime])[] = [
  [/NIGHT/, 'night'],
  [/DAWN|SUNRISE|DAYBREAK/, 'dawn'],
  [/DUSK|SUNSET|TWILIGHT|(?:MAGIC|GOLDEN|BLUE) HOUR/, 'dusk'],
  [/MORNING/, 'morning'],
  [/AFTERNOON/, 'afternoon'],
  [/EVENING/, 'evening'],
  [/NOON|MIDDAY|\bDAY(?:TIME|LIGHT)?\b/, 'day'],
  [/LATER|CONT|SAME|MOMENT/, 'same'],
];

const chinese: readonly (readonly [RegExp, NamedTime])[] = [
  [/黎明|拂晓/, 'dawn'],
  [/傍晚|黄昏/, 'dusk'],
  [/下午/, 'afternoon'],
  [/夜|凌晨|晚/, 'night'],
  [/晨|早|上午/, 'morning'],
  [/日|白天|午/, 'day'],
  [/稍后|同时|连续/, 'same'],
];

/** The part of the day that a time names; undefined for an empty one. Clock times count: 6:00 to 17:59 are day. */
export function timeOfDay(time: string): NamedTime | undefined {
  const words = time
    .toUpperCase()
    .replace(/[(（].*$/s, '')
    .trim();
  if (words === '') return undefined;
  const known = [...english, ...chinese].find(([pattern]) => pattern.test(words));
  return known?.[1] ?? clockTime(words) ?? 'other';
}

function clockTime(words: string): TimeOfDay | undefined {
  const clock = /\b(\d{1,2})(?::\d\d)?\s*([AP])\.?M\b/.exec(words) ?? /\b(\d{1,2}):\d\d/.exec(words);
  if (clock === null) return undefined;
  const hour = clock[2] === undefined ? Number(clock[1]) : (Number(clock[1]) % 12) + (clock[2] === 'P' ? 12 : 0);
  return hour >= 6 && hour < 18 ? 'day' : 'night';
}
