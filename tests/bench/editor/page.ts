/** What both pages share: how an edit is timed from its event to the frame that shows it. */

/** One editor under test: the same text, elements and style sheet on both sides. */
export interface Bench {
  /** Opens a script of so many elements; the milliseconds until the editor stands. */
  open(count: number): number;
  /** Puts the caret into an element, scrolled into view, and waits for the frame. */
  place(ordinal: number): Promise<void>;
  /** Milliseconds from the next key's `keydown` to the frame that shows it. Resolves after the key was pressed from outside. */
  nextKey(): Promise<number>;
  /** A peer types into an element; its update waits for {@link remoteKey}. */
  prepareRemoteKey(ordinal: number): void;
  /** The update arrives; milliseconds until the frame that shows it. */
  remoteKey(): Promise<number>;
  /** A frame in which nothing is new. */
  emptyFrame(): Promise<void>;
  /** A peer's keys in so many elements arrive as one transaction; milliseconds until the editor's document shows them. */
  remoteBatch(count: number): number;
  /** How often the letter of the bench stands in the editor: proof that nothing was measured that did not happen. */
  count(letter: string): number;
}

declare global {
  interface Window {
    bench: Bench;
    /** Ours: with true pages and forty shots, as in the product. */
    isPaged?: boolean;
  }
}

/** The four types that a screenplay mostly consists of, in the order of a scene. */
export const TYPES = ['heading', 'action', 'character', 'dialogue'] as const;

/** The words of an element: 12 to 61 characters, the same on both sides. */
export const wordsOf = (ordinal: number): string =>
  `Element ${ordinal}: the quick brown fox jumps over the lazy dog in the rain.`.slice(0, 12 + ((ordinal * 7) % 50));

const channel = new MessageChannel();

/** Resolves after the next frame has been painted: a message posted in its callback runs once the frame is done. */
export function painted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(null);
    });
  });
}

/** Times the next key: from its `keydown`, caught before anybody else sees it, to the frame after the editor's document changed. */
export function timeKey(onChange: (changed: () => void) => void): Promise<number> {
  return new Promise((resolve) => {
    let began = 0;
    document.addEventListener(
      'keydown',
      () => {
        began = performance.now();
      },
      { capture: true, once: true },
    );
    onChange(() => void painted().then((at) => resolve(at - began)));
  });
}
