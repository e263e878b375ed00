import { describe, expect, it } from 'vitest';
import { openScript, readElements, readTitle, writeElements } from '../script.ts';
import { firstContent } from './firstContent.ts';
import { openDocument } from './openDocument.ts';

const elements = [
  { id: 'a', type: 'heading', text: 'INT. BUS - NIGHT', attrs: {} },
  { id: 'b', type: 'action', text: 'The last service waits.', attrs: {} },
] as const;
const write = () => firstContent((doc) => writeElements(openScript(doc), elements, [{ key: 'Title', value: 'Bus' }]));

describe('first content', () => {
  it('opens as what was written', () => {
    const doc = openDocument({ tail: [{ bytes: write() }] });
    const script = openScript(doc);
    expect(readElements(script)).toEqual(elements);
    expect(readTitle(script)).toEqual([{ key: 'Title', value: 'Bus' }]);
  });
  it('is written under one client id of the server, the same bytes each time', () => {
    const doc = openDocument({ tail: [{ bytes: write() }] });
    expect([...doc.store.clients.keys()]).toEqual([1]);
    expect(write()).toEqual(write());
  });
});
