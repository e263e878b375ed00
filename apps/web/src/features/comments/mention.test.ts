import { expect, test } from 'vitest';
import { findMentioned, readMentions, readOpenMention, splitMentions, writeMention } from './mention.ts';

const elif = { id: 'e', name: 'Elif Aydın' };
const el = { id: 'l', name: 'El' };
const wen = { id: 'w', name: '文莉' };
const members = [elif, el, wen];

test('an @ opens a mention at the caret, but not inside an address and not across a line', () => {
  expect(readOpenMention('ask @El', 7)).toEqual({ at: 4, query: 'El' });
  expect(readOpenMention('请@', 2)).toEqual({ at: 1, query: '' });
  expect(readOpenMention('noor@studio', 11)).toBeUndefined();
  expect(readOpenMention('@a\nb', 4)).toBeUndefined();
  expect(readOpenMention('ask', 3)).toBeUndefined();
});

test('members are found by the beginning of any of their names', () => {
  expect(findMentioned(members, 'el')).toEqual([el, elif]);
  expect(findMentioned(members, 'ay')).toEqual([elif]);
  expect(findMentioned(members, 'zz')).toEqual([]);
});

test('a picked name is written out and the caret stands behind it', () => {
  expect(writeMention('ask @el please', { at: 4, query: 'el' }, 'Elif Aydın')).toEqual({
    words: 'ask @Elif Aydın please',
    caret: 16,
  });
});

test('a mention is the longest name that fits, and a name that goes on is none', () => {
  expect(splitMentions('@Elif Aydın and @El, @Elf', members)).toEqual([
    { text: '@Elif Aydın', person: elif },
    { text: ' and ' },
    { text: '@El', person: el },
    { text: ', @Elf' },
  ]);
  expect(readMentions('@文莉看看 @文莉', members)).toEqual(['w']);
  expect(readMentions('nobody', members)).toEqual([]);
});
