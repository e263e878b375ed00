'use client';
import { useSyncExternalStore } from 'react';

const APPLE: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '⏎', Ctrl: '⌃' };
const OTHERS: Readonly<Record<string, string>> = { Mod: 'Ctrl', Alt: 'Alt', Shift: '⇧', Enter: '⏎', Ctrl: 'Ctrl' };
const ARROWS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);
const never = () => () => {};

/** The name of a key on this machine. The server draws Apple's signs, as the mock-ups do; the browser corrects them once. */
export function useKeyNames(): (key: string) => string {
  const apple = useSyncExternalStore(never, isApple, () => true);
  const names = apple ? APPLE : OTHERS;
  return (key) => names[key] ?? ARROWS[key] ?? key;
}
