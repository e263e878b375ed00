/** Who has the focus in which field of which shot, told through the presence of the shots room. */
import { useCallback, useRef, useSyncExternalStore } from 'react';

/** The part of y-protocols' awareness that is used here. */
export interface FieldAwareness {
  readonly clientID: number;
  getStates(): Map<number, Record<string, unknown>>;
  setLocalStateField(name: string, value: unknown): void;
  on(event: 'change', listener: () => void): void;
  off(event: 'change', listener: () => void): void;
}

export interface FieldPerson {
  readonly id: string;
  readonly name: string;
}

/** The name under which presence carries the field. */
const KEY = 'field';

/** One name for a field of a shot, as presence carries it. */
export const fieldKey = (shotId: string, field: string): string => `${shotId}/${field}`;

/** Tells the others where this person's focus is; `null`: in no field. */
export function tellField(awareness: FieldAwareness, key: string | null): void {
  awareness.setLocalStateField(KEY, key);
}

/** Everybody else by the field that they are in. A person with two tabs in one field is there once. */
export function readFieldPeople(awareness: FieldAwareness): ReadonlyMap<string, FieldPerson> {
  const people = new Map<string, FieldPerson>();
  for (const [client, state] of awareness.getStates()) {
    const key = state[KEY];
    const user = state.user as Partial<FieldPerson> | undefined;
    if (
      client === awareness.clientID ||
      typeof key !== 'string' ||
      typeof user?.id !== 'string' ||
      typeof user.name !== 'string'
    )
      continue;
    if (!people.has(key)) people.set(key, { id: user.id, name: user.name });
  }
  return people;
}

/** Who else is in this field now; `undefined`: nobody. */
export function useFieldPerson(awareness: FieldAwareness, key: string): FieldPerson | undefined {
  const last = useRef<FieldPerson | undefined>(undefined);
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness.on('change', listener);
      return () => awareness.off('change', listener);
    },
    [awareness],
  );
  const read = () => {
    const now = readFieldPeople(awareness).get(key);
    if (now?.id !== last.current?.id || now?.name !== last.current?.name) last.current = now;
    return last.current;
  };
  return useSyncExternalStore(subscribe, read, () => undefined);
}

/** Everybody else by the field that they are in; the same map until somebody moves. */
export function useFieldPeople(awareness: FieldAwareness): ReadonlyMap<string, FieldPerson> {
  const last = useRef<ReadonlyMap<string, FieldPerson>>(new Map());
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness.on('change', listener);
      return () => awareness.off('change', listener);
    },
    [awareness],
  );
  const read = () => {
    const now = readFieldPeople(awareness);
    const isSame =
      now.size === last.current.size && [...now].every(([key, { id }]) => last.current.get(key)?.id === id);
    if (!isSame) last.current = now;
    return last.current;
  };
  return useSyncExternalStore(subscribe, read, () => last.current);
}
