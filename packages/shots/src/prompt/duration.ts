/** How long the clip is: the shot's own length, no shorter than its words take to say, in a length that the model makes. */
import type { CoveredElement } from '../coveredElement.ts';
import type { ModelProfile } from '../model.ts';
import { FRAMES_PER_SECOND } from '../shotField.ts';
import { type PromptWarning, warn } from './promptWarning.ts';
import { hasHan } from './sections/clause.ts';

const wordsPerSecond = 2.5;
const hanPerSecond = 4.5;
const pauseSeconds = { en: 1, zh: 2 };

/**
 * Seconds, to a tenth, that spoken words need at least: 2.5 words a second and 1 s, or 4.5 Chinese characters a second and 2 s.
 * 0 when nothing is said. Source: reference on video models, 3.3, lint rules.
 */
export function dialogueSeconds(spoken: string): number {
  const han = spoken.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const words =
    spoken
      .match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}][\p{L}\p{M}\p{Nd}'’-]*/gu)
      ?.filter((word) => !hasHan(word)).length ?? 0;
  if (han + words === 0) return 0;
  const seconds = han / hanPerSecond + words / wordsPerSecond + (han > 0 ? pauseSeconds.zh : pauseSeconds.en);
  return Math.ceil(seconds * 10 - 1e-9) / 10;
}

/** The words that are spoken in covered elements, one line each. */
export function spokenWords(words: readonly CoveredElement[]): string {
  return words
    .filter(({ type }) => type === 'dialogue' || type === 'lyrics')
    .map(({ text }) => text)
    .join('\n');
}

/** The clip's length in seconds and what had to be changed for it. `frames` is the shot's own length; absent: it has none. */
export function clipSeconds(
  frames: number | undefined,
  spoken: string,
  profile: ModelProfile,
): { readonly seconds: number; readonly warnings: readonly PromptWarning[] } {
  const asked = frames === undefined ? profile.defaultSeconds : frames / FRAMES_PER_SECOND;
  const needs = dialogueSeconds(spoken);
  const wanted = Math.max(asked, needs);
  const max = profile.durationsSeconds.at(-1)!;
  const seconds = profile.durationsSeconds.find((legal) => legal >= wanted - 1e-9) ?? max;
  const shown = Math.round(asked * 100) / 100;
  if (needs > max) return { seconds, warnings: [warn('dialogue.tooLong', { needs, max })] };
  if (asked > max) return { seconds, warnings: [warn('duration.tooLong', { asked: shown, max })] };
  if (frames === undefined || seconds === asked) return { seconds, warnings: [] };
  if (needs > asked) return { seconds, warnings: [warn('dialogue.raised', { needs, from: shown, to: seconds })] };
  return { seconds, warnings: [warn('duration.raised', { from: shown, to: seconds })] };
}
