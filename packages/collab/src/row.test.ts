import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { followBody } from './followBody.ts';
import { readGround } from './ground.ts';
import { readRows, storedOf } from './row.ts';
import { openScript, readElements } from './script.ts';

function bodyOf(write: (body: Y.Text) => void): Y.Text {
  const doc = new Y.Doc();
  doc.clientID = 5;
  const body = doc.getText('body');
  doc.transact(() => write(body));
  return body;
}
const head = (entries: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(entries));
const shown = (body: Y.Text): string[] => readRows(body).map((row) => `${storedOf(row).type}#${row.id}|${row.text}`);

describe('repair', () => {
  it('[BD1] reading writes nothing and reads the same on a peer', () => {
    const body = bodyOf((text) => {
      text.insert(0, 'stray');
      text.insertEmbed(5, head({ type: 7 }));
    });
    const peer = new Y.Doc();
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(body.doc!));
    const before = Y.encodeStateAsUpdate(body.doc!);
    expect(shown(peer.getText('body'))).toEqual(shown(body));
    expect(Y.encodeStateAsUpdate(body.doc!)).toEqual(before);
  });

  it('[BD2] words before the first head, and an empty body, are the implicit element', () => {
    expect(shown(bodyOf(() => undefined))).toEqual(['action#~lead|']);
    expect(
      shown(
        bodyOf((text) => {
          text.insert(0, 'stray');
          text.insertEmbed(5, head({ id: 'a', type: 'shot' }));
        }),
      ),
    ).toEqual(['action#~lead|stray', 'shot#a|']);
  });

  it('[BD3] of two heads with one id the lowest keeps it', () => {
    const body = bodyOf((text) => {
      text.insertEmbed(0, head({ id: 'a', type: 'action' }));
      text.insertEmbed(0, head({ id: 'a', type: 'shot' }));
    });
    const [first, second] = shown(body);
    expect(first).toBe('shot#a|');
    expect(second).toMatch(/^action#a~5\.\w+\|$/);
  });

  it('[BD4] a head without id or type gets stand-ins', () => {
    const [row] = shown(bodyOf((text) => text.insertEmbed(0, head({ id: '', type: 7 }))));
    expect(row).toMatch(/^action#~5\.\w+\|$/);
  });

  it('[BD5] an embed that is no head is one unit', () => {
    const body = bodyOf((text) => {
      text.insertEmbed(0, head({ id: 'a', type: 'action' }));
      text.insertEmbed(1, { picture: 1 });
    });
    expect(shown(body)).toEqual(['action#a|\uFFFC']);
  });

  it('[BD6] unknown formats are not shown and stay; false is no format', () => {
    const body = bodyOf((text) => {
      text.insertEmbed(0, head({ id: 'a', type: 'action', tune: 'C' }));
      text.insert(1, 'words', { glow: true, bold: false });
    });
    const [element] = readElements(openScript(body.doc!));
    expect(element).toEqual({ id: 'a', type: 'action', text: 'words', attrs: {} });
    expect(body.toDelta().at(-1).attributes).toEqual({ glow: true, bold: false });
  });

  it('[BD7] an unknown type reads as general', () => {
    const body = bodyOf((text) => text.insertEmbed(0, head({ id: 'a', type: 'montage' })));
    expect(readElements(openScript(body.doc!))[0]!.type).toBe('general');
    expect(storedOf(readRows(body)[0]!).type).toBe('montage');
  });
});

describe('following', () => {
  it('[BD9] a key makes one new element; all others stay the same objects', () => {
    const body = bodyOf((text) => {
      for (const id of ['a', 'b', 'c']) {
        text.insertEmbed(text.length, head({ id, type: 'action' }));
        text.insert(text.length, id);
      }
    });
    const followed = followBody(body);
    const before = readElements(followed.ground);
    expect(readElements(followed.ground)).toBe(before);
    body.insert(3, 'x');
    const after = readElements(followed.ground);
    expect(after.map((element, at) => element === before[at])).toEqual([true, false, true]);
    expect(after).toEqual(readElements(readGround(body)));
  });
});
