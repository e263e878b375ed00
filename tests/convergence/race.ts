/**
 * What two people do at the same moment, told so that any editor can play it: Tramline's in `flatPair.ts`, and, in the `merge`
 * benchmark, TipTap with its own collaboration extension. Words name places; nothing here knows how a document is kept.
 */

/** An element of the script that every race begins with. */
export type RaceElement = readonly [type: string, id: string, words: string];

export const RACE_SCRIPT: readonly RaceElement[] = [
  ['heading', 'h1', 'INT. HOUSE'],
  ['action', 'a1', 'Rain on the window.'],
  ['dialogue', 'd1', 'We should leave now.'],
  ['heading', 'h2', 'EXT. ROAD'],
  ['action', 'a2', 'A car waits in the dark.'],
  ['dialogue', 'd2', 'Get in.'],
];

/** One of the two people. Places are given by words that stand in the script. */
export interface Writer {
  /** Types before the named words. */
  type(before: string, words: string): void;
  /** Presses Enter before the named words. */
  enter(before: string): void;
  /** Presses Backspace at the start of the element that begins with the words: joins it to the one before. */
  join(start: string): void;
  changeType(words: string, type: string): void;
  bold(from: string, to: string): void;
  deleteElement(words: string): void;
  deleteWords(words: string): void;
  /** Moves the first scene to the end: cut, and paste in a second transaction, as people do. */
  cutAndPasteScene(): void;
  undo(): void;
  /** All words, elements parted by ` / `. */
  words(): string;
  /** The words of the element that holds some words; `undefined` if none does. */
  elementOf(words: string): string | undefined;
  /** Holds on to words with what the editor has for that; the answer tells which words it holds now. */
  holdOn(words: string): () => string | undefined;
}

export interface WritersPair {
  readonly a: Writer;
  readonly b: Writer;
  /** Brings both to the same state. */
  sync(): Promise<void>;
  /** Opens the script in a program that is too old to know the element type `hologram`, which `a` has used, and types there. */
  openInOldProgram(before: string, words: string): Promise<void>;
}

/** What must be true at the end. */
interface Expected {
  /** Words that must stand exactly once, in one element. */
  readonly words: readonly string[];
  readonly held?: readonly { readonly words: string; readonly now: () => string | undefined }[];
}

export interface Race {
  readonly name: string;
  readonly run: (pair: WritersPair) => Promise<Expected> | Expected;
}

const hold = (writer: Writer, words: string) => ({ words, now: writer.holdOn(words) });

export const RACES: readonly Race[] = [
  {
    name: 'a peer types before anchored words',
    run: ({ a, b }) => {
      const held = [hold(b, 'waits')];
      a.type('car', 'small ');
      return { words: ['A small car waits in the dark.'], held };
    },
  },
  {
    name: 'Enter right before anchored words',
    run: ({ a, b }) => {
      const held = [hold(b, 'waits')];
      a.enter('waits');
      return { words: ['waits in the dark.'], held };
    },
  },
  {
    name: 'Enter at the start of an anchored element',
    run: ({ a, b }) => {
      const held = [hold(b, 'A car')];
      a.enter('A car');
      return { words: ['A car waits in the dark.'], held };
    },
  },
  {
    name: 'join while a peer types in the second paragraph',
    run: ({ a, b }) => {
      const held = [hold(b, 'should')];
      a.join('We should');
      b.type('leave', 'ZEBRA ');
      return { words: ['We should ZEBRA leave now.'], held };
    },
  },
  {
    name: 'type change while a peer types',
    run: ({ a, b }) => {
      const held = [hold(b, 'should')];
      a.changeType('We should', 'action');
      b.type('leave', 'ZEBRA ');
      return { words: ['We should ZEBRA leave now.'], held };
    },
  },
  {
    name: 'move while a peer edits',
    run: ({ a, b }) => {
      const held = [hold(b, 'should')];
      a.cutAndPasteScene();
      b.type('leave', 'ZEBRA ');
      return { words: ['INT. HOUSE', 'Rain on the window.', 'We should ZEBRA leave now.'], held };
    },
  },
  {
    name: 'move a scene, nobody else edits',
    run: ({ a, b }) => {
      const held = [hold(b, 'should')];
      a.cutAndPasteScene();
      return { words: ['INT. HOUSE', 'We should leave now.'], held };
    },
  },
  {
    name: 'both move the same scene',
    run: ({ a, b }) => {
      const held = [hold(a, 'should'), hold(b, 'Rain')];
      a.cutAndPasteScene();
      b.cutAndPasteScene();
      return { words: ['INT. HOUSE', 'Rain on the window.', 'We should leave now.'], held };
    },
  },
  {
    name: 'both move the same scene and type into their copies',
    run: ({ a, b }) => {
      const held = [hold(a, 'should'), hold(b, 'Rain')];
      a.cutAndPasteScene();
      a.type('leave', 'ZEBRA ');
      b.cutAndPasteScene();
      b.type('window', 'broken ');
      return { words: ['INT. HOUSE', 'Rain on the broken window.', 'We should ZEBRA leave now.'], held };
    },
  },
  {
    name: 'move while a peer deletes words',
    run: ({ a, b }) => {
      const held = [hold(b, 'leave')];
      a.cutAndPasteScene();
      b.deleteWords('should ');
      return { words: ['INT. HOUSE', 'Rain on the window.', 'We leave now.'], held };
    },
  },
  {
    name: 'move while a peer joins two elements of the scene',
    run: ({ a, b }) => {
      const held = [hold(b, 'should')];
      a.cutAndPasteScene();
      b.join('We should');
      b.type('leave', 'ZEBRA ');
      return { words: ['INT. HOUSE', 'Rain on the window.', 'We should ZEBRA leave now.'], held };
    },
  },
  {
    name: 'move while a peer presses Enter and types',
    run: ({ a, b }) => {
      const held = [hold(b, 'leave')];
      a.cutAndPasteScene();
      b.enter('leave');
      b.type('leave', 'ZEBRA ');
      return { words: ['INT. HOUSE', 'We should', 'ZEBRA leave now.'], held };
    },
  },
  {
    name: 'delete an element while a peer types in it',
    run: ({ a, b }) => {
      a.deleteElement('A car');
      b.type('waits', 'ZEBRA ');
      return { words: ['ZEBRA', 'EXT. ROAD / '] };
    },
  },
  {
    name: 'delete anchored words, then undo',
    run: async ({ a, b, sync }) => {
      const held = [hold(b, 'waits')];
      a.deleteWords('car waits in');
      await sync();
      a.undo();
      return { words: ['A car waits in the dark.'], held };
    },
  },
  {
    name: 'join, a peer types, undo',
    run: async ({ a, b, sync }) => {
      const held = [hold(b, 'should')];
      a.join('We should');
      await sync();
      b.type('leave', 'ZEBRA ');
      await sync();
      a.undo();
      return { words: ['We should ZEBRA leave now.'], held };
    },
  },
  {
    name: 'both press Enter in one paragraph',
    run: ({ a, b }) => {
      const held = [hold(b, 'dark')];
      a.enter('waits');
      b.enter('in the');
      return { words: ['A car', 'waits', 'in the dark.'], held };
    },
  },
  {
    name: 'bold while a peer splits in the range',
    run: ({ a, b }) => {
      a.bold('car', 'dark');
      b.enter('waits');
      return { words: ['A car', 'waits in the dark.'] };
    },
  },
  {
    name: 'two peers undo one deletion',
    run: async ({ a, b, sync }) => {
      const held = [hold(b, 'dark')];
      a.deleteWords('waits in');
      b.deleteWords('waits in');
      await sync();
      a.undo();
      b.undo();
      return { words: ['waits in', 'A car waits in the dark.'], held };
    },
  },
  {
    name: 'an old client opens a newer document',
    run: async ({ a, b, sync, openInOldProgram }) => {
      const held = [hold(b, 'leave')];
      a.changeType('We should', 'hologram');
      await sync();
      await openInOldProgram('waits', 'ZEBRA ');
      return { words: ['We should leave now.', 'A car ZEBRA waits in the dark.'], held };
    },
  },
];

/** What became of the words and anchors of a race. */
export interface RaceOutcome {
  readonly lost: number;
  readonly doubled: number;
  readonly anchorsLost: number;
  readonly anchors: number;
  /** What both writers see at the end; parted by `≠` when it differs. */
  readonly seen: string;
}

/** Plays a race to its end and counts. Words that stand in two pieces or in nobody's view count as lost. */
export async function playRace(race: Race, pair: WritersPair): Promise<RaceOutcome> {
  const { words, held = [] } = await race.run(pair);
  await pair.sync();
  let [lost, doubled] = [0, 0];
  for (const expected of words) {
    for (const writer of [pair.a, pair.b]) {
      const copies = writer.words().split(expected).length - 1;
      if (copies === 0) lost++;
      if (copies > 1) doubled++;
    }
  }
  const anchorsLost = held.filter((anchor) => anchor.now() !== anchor.words).length;
  const [seenByA, seenByB] = [pair.a.words(), pair.b.words()];
  if (seenByA !== seenByB) lost++;
  return {
    lost,
    doubled,
    anchorsLost,
    anchors: held.length,
    seen: seenByA === seenByB ? seenByA : `${seenByA} ≠ ${seenByB}`,
  };
}
