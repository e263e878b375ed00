/** The keys of the script editor. `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
import { baseKeymap, chainCommands } from '@tiptap/pm/commands';
import { keydownHandler } from '@tiptap/pm/keymap';
import { type Command, Plugin } from '@tiptap/pm/state';
import type { TypingPreferences } from '@tramline/screenplay';
import type { BodyUndo } from './binding/undo.ts';
import { toggleDualDialogue } from './commands/dualDialogue.ts';
import { toggleFormat } from './commands/formats.ts';
import { moveScene } from './commands/moveScene.ts';
import { enter, insertLineFeed, setTypeByDigit, tab } from './commands/typing.ts';
import { acceptFromList, closeList, openTypeList, selectInList } from './plugins/completion.ts';

export interface KeymapOptions {
  readonly undo: BodyUndo;
  readonly preferences?: TypingPreferences;
}

/** The bindings: from a key's name to its command. */
export function scriptKeys({ undo, preferences = {} }: KeymapOptions): Record<string, Command> {
  const take: Command = (state, dispatch, view) => acceptFromList()(state, dispatch, view);
  const keys: Record<string, Command> = {
    ...baseKeymap,
    Enter: chainCommands(take, enter({ preferences, openMenu: openTypeList })),
    'Shift-Enter': insertLineFeed,
    Tab: chainCommands(take, tab('tab')),
    'Shift-Tab': tab('shiftTab'),
    Escape: closeList,
    ArrowUp: selectInList(-1),
    ArrowDown: selectInList(1),
    'Mod-b': toggleFormat('bold'),
    'Mod-i': toggleFormat('italic'),
    'Mod-u': toggleFormat('underline'),
    'Mod-d': toggleDualDialogue,
    'Alt-Shift-ArrowUp': moveScene('up'),
    'Alt-Shift-ArrowDown': moveScene('down'),
    'Mod-z': () => undo.undo(),
    'Shift-Mod-z': () => undo.redo(),
    'Mod-y': () => undo.redo(),
  };
  for (let digit = 1; digit <= 9; digit++) {
    const command = setTypeByDigit(digit);
    if (command) keys[`Mod-${digit}`] = command;
  }
  return keys;
}

/** The plugin that answers the keys. A view that may not edit answers none. */
export function keymapPlugin(options: KeymapOptions): Plugin {
  return new Plugin({ props: { handleKeyDown: keydownHandler(scriptKeys(options)) } });
}
