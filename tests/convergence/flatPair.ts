/** Two headless Tramline editors for the races. */
import { joinBackward, splitBlock } from '@tiptap/pm/commands';
import * as Y from 'yjs';
import { Peer, settle, startState } from '../../packages/editor/testing/index.ts';
import { RACE_SCRIPT, type Writer, type WritersPair } from './race.ts';

const parted = ' / ';

/** A writer at a headless editor. */
function writerOf(peer: Peer): Writer {
  const around = (words: string): { from: number; to: number } => {
    const $at = peer.state.doc.resolve(peer.find(words));
    return { from: $at.before(1), to: $at.after(1) };
  };
  return {
    type: (before, words) => peer.type(peer.find(before), words),
    enter: (before) => {
      peer.select(peer.find(before));
      peer.do(splitBlock);
    },
    join: (start) => {
      peer.select(peer.find(start));
      peer.do(joinBackward);
    },
    changeType: (words, type) => {
      const { from } = around(words);
      const node = peer.state.doc.nodeAt(from)!;
      const known = peer.state.schema.nodes[type];
      peer.dispatch(
        peer.state.tr.setNodeMarkup(from, known ?? peer.state.schema.nodes.unknown, {
          ...node.attrs,
          ...(known ? {} : { rawType: type }),
        }),
      );
    },
    bold: (from, to) =>
      peer.dispatch(peer.state.tr.addMark(peer.find(from), peer.find(to), peer.state.schema.marks.bold!.create())),
    deleteElement: (words) => {
      const { from, to } = around(words);
      peer.dispatch(peer.state.tr.delete(from, to));
    },
    deleteWords: (words) => peer.dispatch(peer.state.tr.delete(peer.find(words), peer.find(words, words.length))),
    cutAndPasteScene: () => {
      const [from, to] = [around('INT. HOUSE').from, around('leave now').to];
      const { content } = peer.state.doc.slice(from, to);
      peer.dispatch(peer.state.tr.delete(from, to));
      peer.dispatch(peer.state.tr.insert(peer.state.doc.content.size, content));
    },
    undo: () => void peer.undo.undo(),
    words: () => peer.state.doc.textBetween(0, peer.state.doc.content.size, parted),
    elementOf: (words) => peer.state.doc.children.find((node) => node.textContent.includes(words))?.textContent,
    holdOn: (words) => {
      const anchor = peer.anchor(peer.find(words), peer.find(words, words.length));
      return () => peer.anchored(anchor);
    },
  };
}

/** Both start from the same bytes, under client ids that decide ties either way (`swap`). */
export function flatPair({ swap = false } = {}): WritersPair {
  const start = startState(RACE_SCRIPT);
  const peers = [new Peer('a', swap ? 12 : 11, { start }), new Peer('b', swap ? 11 : 12, { start })] as const;
  const sync = async (): Promise<void> => settle(peers);
  return {
    a: writerOf(peers[0]),
    b: writerOf(peers[1]),
    sync,
    openInOldProgram: async (before, words) => {
      const old = new Peer('old', 13, { start: Y.encodeStateAsUpdate(peers[0].doc) });
      old.type(old.find(before), words);
      settle([old, ...peers]);
    },
  };
}
