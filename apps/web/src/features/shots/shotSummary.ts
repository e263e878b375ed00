/** A shot in one line: size, angle or framing, movement. */
import { FRAMES_PER_SECOND, type Language, labelOfCode, type ShotFields } from '@tramline/shots';

/** What is said of every shot unless it says otherwise, and therefore not said. */
const USUAL: Readonly<Record<string, string>> = { angle: 'EYE', framing: 'SINGLE' };

/** `Medium · low · push in`; empty when no field says anything. */
export function shotSummary(fields: ShotFields, language: Language): string {
  const parts = (['size', 'angle', 'framing', 'movement'] as const).flatMap((name) => {
    const code = fields[name];
    return code === undefined || code === USUAL[name] ? [] : [labelOfCode(name, code, language)];
  });
  const isName = (word: string): boolean => word === word.toUpperCase();
  return parts
    .map((part, at) => (at === 0 || isName(part) ? part : part.charAt(0).toLowerCase() + part.slice(1)))
    .join(' · ');
}

/** The length of a shot in seconds, or `undefined` while none is set. */
export function shotSeconds({ durationFrames }: ShotFields): number | undefined {
  return durationFrames === undefined ? undefined : durationFrames / FRAMES_PER_SECOND;
}

/** The sum of the lengths that are set. */
export function totalSeconds(shots: readonly { readonly record: { readonly fields: ShotFields } }[]): number {
  return shots.reduce((sum, { record }) => sum + (shotSeconds(record.fields) ?? 0), 0);
}
