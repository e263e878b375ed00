import type { CSSProperties } from 'react';
import { joinClasses } from './joinClasses.ts';

const PEOPLE_COLOURS = 6;

/** Two letters of a name: the first and the last word's first letter, or the last two signs of a Chinese name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  if (/^\p{Script=Han}+$/u.test(first)) return [...first].slice(-2).join('');
  const last = words.length > 1 ? words.at(-1) : undefined;
  return ((([...first][0] ?? '?') + (last ? ([...last][0] ?? '') : '')) as string).toLocaleUpperCase();
}

function preferredColour(id: string): number {
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) >>> 0;
  return sum % PEOPLE_COLOURS;
}

const inProject = new Map<string, number>();

/**
 * Gives the members of the project on screen colours that differ, as long as there are enough: each the one that follows from the
 * id, or the next that nobody before has. Members come in the order in which they joined, so everybody sees the same colours.
 */
export function spreadColours(memberIds: readonly string[]): void {
  // The server draws for many people at once; what one of them sees must not colour the others.
  if (typeof window === 'undefined') return;
  inProject.clear();
  for (const id of new Set(memberIds)) {
    const taken = new Set(inProject.values());
    const first = preferredColour(id);
    const steps = Array.from({ length: PEOPLE_COLOURS }, (_, step) => (first + step) % PEOPLE_COLOURS);
    inProject.set(id, steps.find((colour) => !taken.has(colour)) ?? first);
  }
}

/** The name of a person's colour token, `who-1` to `who-6`. */
export function whoToken(id: string): string {
  return `who-${(inProject.get(id) ?? preferredColour(id)) + 1}`;
}

/** The same as a CSS colour. */
export function whoColour(id: string): string {
  return `var(--${whoToken(id)})`;
}

export interface AvatarProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly size?: 'small' | 'normal' | 'large';
  /** A ring around the person who is signed in. */
  readonly me?: boolean;
  /** True where the name stands beside it. */
  readonly decorative?: boolean;
  /** A colour token other than the person's own. */
  readonly token?: string;
}

/** A person as a disc with initials. */
export function Avatar({ person, size = 'normal', me = false, decorative = false, token }: AvatarProps) {
  const style = { '--who': token ? `var(--${token})` : whoColour(person.id) } as CSSProperties;
  const named = decorative
    ? { 'aria-hidden': true as const }
    : { role: 'img', 'aria-label': person.name, title: person.name };
  return (
    <span
      className={joinClasses('av', size === 'small' && 's', size === 'large' && 'l', me && 'me')}
      style={style}
      data-initials={initialsOf(person.name)}
      {...named}
    />
  );
}

/** People beside each other, overlapping a little; from the fifth on a number. */
export function AvatarRow(props: {
  people: readonly AvatarProps['person'][];
  label: string;
  size?: AvatarProps['size'];
  most?: number;
}) {
  const { people, label, size, most = 4 } = props;
  const rest = people.length - most;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <span className="avs" role="group" aria-label={label}>
      {people.slice(0, most).map((person) => (
        <Avatar key={person.id} person={person} size={size} />
      ))}
      {rest > 0 && <span className={joinClasses('av more-people', size === 'small' && 's')}>+{rest}</span>}
    </span>
  );
}
