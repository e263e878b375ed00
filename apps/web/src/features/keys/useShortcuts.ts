'use client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { matches, type Shortcut, sequenceKey } from './shortcut.ts';

const sequenceMs = 1_200;
const owners = new Map<symbol, readonly Shortcut[]>();
const listeners = new Set<() => void>();
let all: readonly Shortcut[] = [];

function change() {
  // A screen's own row hides an outer one of the same id.
  const byId = new Map([...owners.values()].flat().map((shortcut) => [shortcut.id, shortcut]));
  all = [...byId.values()];
  for (const listener of listeners) listener();
}

/** Adds rows to the keys sheet while the component is there, and listens for those that `run` something. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const owner = useRef(Symbol('shortcuts'));
  const signature = shortcuts.map(({ id, words }) => `${id} ${words}`).join('\n');
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change when their ids or words do; `run` is read when pressed
  useEffect(() => {
    const key = owner.current;
    const rows = latest.current.map((shortcut): Shortcut => {
      const { run, ...row } = shortcut;
      return run ? { ...row, run: () => latest.current.find(({ id }) => id === shortcut.id)?.run?.() } : row;
    });
    owners.set(key, rows);
    change();
    return () => {
      owners.delete(key);
      change();
    };
  }, [signature]);
}

/** Every row that is in force now. */
export function useAllShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
    () => all,
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Listens for every shortcut; once, at the root of the signed-in screens. Keys pressed inside a dialog stay there. */
export function useShortcutListener(): void {
  useEffect(() => {
    let before: string[] = [];
    let at = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const typing = isTyping(event.target);
      const inDialog =
        event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]') !== null;
      if (event.timeStamp - at > sequenceMs) before = [];
      at = event.timeStamp;
      const found = all.find(
        (shortcut) =>
          shortcut.run &&
          matches(shortcut.keys, event, before) &&
          (!typing || shortcut.inText || shortcut.keys.includes('Mod')),
      );
      const key = typing ? null : sequenceKey(event);
      before = found || !key ? [] : [...before.slice(-1), key];
      if (!found?.run || inDialog) return;
      event.preventDefault();
      found.run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
