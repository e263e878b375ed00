import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DeltaPart, moveEdit, movePlace, readTextEdit, type TextEdit } from './textEdit.ts';

const apply = (text: string, { at, remove, insert }: TextEdit) => text.slice(0, at) + insert + text.slice(at + remove);
const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '钉', '😀', '👩'), maxLength: 12 });

test('an edit makes the one text out of the other and touches nothing else', () => {
  fc.assert(
    fc.property(words, words, fc.nat(12), (before, after, caret) => {
      const edit = readTextEdit(before, after, Math.min(caret, after.length));
      expect(edit === undefined ? before : apply(before, edit)).toBe(after);
      if (edit)
        expect(
          [before.slice(0, edit.at), before.slice(edit.at + edit.remove), edit.insert].every((part) =>
            part.isWellFormed(),
          ),
        ).toBe(true);
    }),
  );
});

test('a letter doubled at the caret is put in where it was typed', () => {
  expect(readTextEdit('belt', 'bbelt', 1)).toEqual({ at: 0, remove: 0, insert: 'b' });
  expect(readTextEdit('belt', 'bbelt', 2)).toEqual({ at: 1, remove: 0, insert: 'b' });
});

test('a replaced emoji is never cut in half', () => {
  expect(readTextEdit('x😀y', 'x😁y', 3)).toEqual({ at: 1, remove: 2, insert: '😁' });
});

test('a caret stays at its word while others write before, at and behind it', () => {
  expect(movePlace(3, [{ insert: 'ab' }])).toBe(5);
  expect(movePlace(3, [{ retain: 3 }, { insert: 'ab' }])).toBe(3);
  expect(movePlace(3, [{ retain: 3 }, { insert: 'ab' }], 'after')).toBe(5);
  expect(movePlace(3, [{ retain: 5 }, { insert: 'ab' }])).toBe(3);
  expect(movePlace(3, [{ retain: 1 }, { delete: 4 }])).toBe(1);
});

test('an edit held back while composing lands beside what others wrote meanwhile, and takes out nothing of theirs', () => {
  const delta: DeltaPart[] = [{ insert: 'New ' }, { retain: 5 }, { delete: 5 }];
  expect(moveEdit({ at: 0, remove: 4, insert: 'Torch' }, [delta])).toEqual({ at: 4, remove: 4, insert: 'Torch' });
  expect(moveEdit({ at: 5, remove: 5, insert: '' }, [delta])).toEqual({ at: 9, remove: 0, insert: '' });
});
