import type { AnchorPlace, ShotRecord } from '@tramline/collab';
import { type Element, type ElementType, finalDraftLetter, isSpoken, noAttrs } from '@tramline/screenplay';
import { emptyShotFields } from '@tramline/shots';
import type { Anchor, AnchorEnd, ApprovalView, CommentView } from '@tramline/wire';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDerivation } from './deriveModel.ts';
import type { ModelInput } from './workspaceModel.ts';

const element = (id: string, type: ElementType, text: string): Element => ({ id, type, text, attrs: noAttrs });

const bus: readonly Element[] = [
  element('h1', 'heading', 'INT. NIGHT BUS - LOWER DECK - NIGHT'),
  element('a1', 'action', 'Jun takes a tuning lever out of his case.'),
  element('c1', 'character', 'JUN'),
  element('d1', 'dialogue', 'It holds a string at eighty kilos.'),
  element('h2', 'heading', 'EXT. RING ROAD - NIGHT'),
  element('a2', 'action', 'The bus pulls out.'),
];

const end = (id: string, offset: number): AnchorEnd => ({ element: id, offset, rel: { item: null, assoc: 0 } });
const over = (first: string, from: number, last: string, to: number, quote = 'words'): Anchor => ({
  start: end(first, from),
  end: end(last, to),
  quote,
  prefix: '',
  suffix: '',
});

const shotOf = (id: string, order: string, anchor: Anchor, fields: Partial<ShotRecord['fields']> = {}): ShotRecord => ({
  id,
  order,
  anchor,
  beat: null,
  fields: { ...emptyShotFields(), ...fields },
});

/** Anchors by element id alone: enough for what is derived from places; finding places again is collab's. */
function inputOf(elements: readonly Element[], over: Partial<ModelInput> = {}): ModelInput {
  const resolve = (anchor: Anchor): AnchorPlace => {
    const [first, last] = [anchor.start, anchor.end].map((at) => elements.findIndex(({ id }) => id === at.element));
    if (first === undefined || last === undefined || first < 0 || last < first) return { state: 'orphaned' };
    const clamp = (ordinal: number, offset: number) => ({
      ordinal,
      offset: Math.min(offset, elements[ordinal]!.text.length),
    });
    return {
      state: 'placed',
      start: clamp(first, anchor.start.offset),
      end: clamp(last, anchor.end.offset),
      by: 'rel',
    };
  };
  return {
    elements,
    shots: [],
    beats: [],
    approvals: [],
    comments: [],
    resolve,
    cover: ({ start, end: last }) =>
      elements.slice(start.ordinal, last.ordinal + 1).map(({ id, type, text }, at, all) => {
        const from = at === 0 ? start.offset : 0;
        const to = at === all.length - 1 ? last.offset : text.length;
        const before = isSpoken(all[at]!)
          ? elements.slice(0, start.ordinal + at).findLast((old) => !isSpoken(old))
          : undefined;
        const cue = before?.type === 'character' ? before.text : undefined;
        return { id, type, text: text.slice(from, to), from, ...(cue === undefined ? {} : { cue }) };
      }),
    ...over,
  };
}

const lever = shotOf('s1', 'A1', over('a1', 0, 'd1', 99), {
  title: 'The tuning lever',
  size: 'MS',
  movement: 'PUSH_IN',
});
const hands = shotOf('s2', 'B1', over('a1', 0, 'a1', 10));
const bus2 = shotOf('s3', 'A5', over('a2', 0, 'a2', 99));
const gone = shotOf('s4', 'A0', over('zz', 0, 'zz', 1, 'the old words'));
const derive = () => createDerivation(finalDraftLetter);

const approvalOf = (model: ReturnType<ReturnType<typeof derive>>, shotId: string): ApprovalView => {
  const { hash, hashVersion, components, content } = model.shotById.get(shotId)!.contents.prompt;
  return {
    id: `approval of ${shotId}`,
    scriptId: 'x',
    shotId,
    gate: 'prompt',
    decision: 'approve',
    actor: { id: 'noor', name: 'Noor', role: 'producer' },
    note: null,
    hash,
    hashVersion,
    components: components as Readonly<Record<string, string | null>>,
    content,
    at: '2026-11-12T14:20:00Z',
  };
};
const retyped = (elements: readonly Element[], id: string, text: string) =>
  elements.map((old) => (old.id === id ? { ...old, text } : old));

describe('model', () => {
  test('shots are labelled by scene and order, orphaned ones keep their quote and come last', () => {
    const model = derive()(inputOf(bus, { shots: [gone, bus2, hands, lever] }));
    expect(model.shots.map(({ id, label, sceneId, hue }) => [id, label, sceneId, hue])).toEqual([
      ['s1', '1', 'h1', 'line-slate'],
      ['s2', '1A', 'h1', 'line-cobalt'],
      ['s3', '2', 'h2', 'line-slate'],
      ['s4', '', null, 'line-slate'],
    ]);
    expect(model.orphans.map(({ place }) => place)).toEqual([{ state: 'orphaned', quote: 'the old words' }]);
  });

  test('a scene says what it is, how long it is and where it is covered', () => {
    const [first] = derive()(inputOf(bus, { shots: [hands] })).scenes;
    expect(first).toMatchObject({
      number: '1',
      intExt: 'INT',
      title: 'Night bus, lower deck',
      eighths: '2/8',
      from: 0,
      to: 4,
    });
    expect(first?.coverage).toHaveLength(1);
    expect(first?.coverage[0]?.from).toBeGreaterThan(0.2);
  });

  test('one edit of a covered word makes an approval stale, typing it back restores it', () => {
    const next = derive();
    const approvals = [approvalOf(next(inputOf(bus, { shots: [lever] })), 's1')];
    const at = (elements: readonly Element[]) =>
      next(inputOf(elements, { shots: [lever], approvals })).shotById.get('s1')!.gates.prompt.state;
    expect(at(bus)).toBe('approved');
    expect(at(retyped(bus, 'd1', 'It holds a string at ninety kilos.'))).toBe('stale');
    expect(at(retyped(bus, 'd1', 'It holds a string at eighty kilos.'))).toBe('approved');
    expect(at(retyped(bus, 'a2', 'The bus stays.'))).toBe('approved');
  });

  test('a renamed cue changes what its covered speech is approved with', () => {
    const next = derive();
    const spoken = shotOf('s1', 'A1', over('d1', 0, 'd1', 99));
    const approvals = [approvalOf(next(inputOf(bus, { shots: [spoken] })), 's1')];
    const renamed = next(inputOf(retyped(bus, 'c1', 'IDA'), { shots: [spoken], approvals }));
    expect(renamed.shotById.get('s1')!.gates.prompt.state).toBe('stale');
  });

  test('a key in one scene leaves every other scene, shot and thread the very same object', () => {
    const next = derive();
    const comments = [commentOn('k1', over('a2', 0, 'a2', 3))];
    const before = next(inputOf(bus, { shots: [lever, bus2], comments }));
    const after = next(
      inputOf(retyped(bus, 'a1', 'Jun takes a lever out.'), {
        shots: [structuredClone(lever), structuredClone(bus2)],
        comments,
      }),
    );
    expect(after.scenes[1]).toBe(before.scenes[1]);
    expect(after.shotById.get('s3')).toBe(before.shotById.get('s3'));
    expect(after.threads).toBe(before.threads);
    expect(after.scenes[0]).not.toBe(before.scenes[0]);
  });

  test('equal inputs give the very same model', () => {
    const next = derive();
    const before = next(inputOf(bus, { shots: [lever, gone], comments: [commentOn('k1', over('a2', 0, 'a2', 3))] }));
    expect(
      next(
        inputOf(bus, {
          shots: [structuredClone(lever), structuredClone(gone)],
          comments: [commentOn('k1', over('a2', 0, 'a2', 3))],
        }),
      ),
    ).toMatchObject(before);
    const again = next(inputOf(bus, { shots: [lever, gone], comments: [] }));
    expect(again.shots).toBe(before.shots);
    expect(next(inputOf(bus, { shots: [lever, gone], comments: [] }))).toBe(again);
  });

  test('a beat stands in the scene of its words, else in that of its first shot', () => {
    const beats = [
      { id: 'b1', title: 'The lever', order: 'A1', anchor: null },
      { id: 'b2', title: 'Away', order: 'B1', anchor: over('a2', 0, 'a2', 1) },
      { id: 'b3', title: 'Empty', order: 'C1', anchor: null },
    ];
    const model = derive()(inputOf(bus, { beats, shots: [{ ...lever, beat: 'b1' }] }));
    expect(model.beats.map(({ title, sceneId, shots }) => [title, sceneId, shots.length])).toEqual([
      ['The lever', 'h1', 1],
      ['Away', 'h2', 0],
      ['Empty', null, 0],
    ]);
  });
});

function commentOn(id: string, anchor: Anchor): CommentView {
  return {
    id,
    scriptId: 'x',
    threadId: null,
    author: { id: 'noor', name: 'Noor' },
    body: 'Keep it',
    mentions: [],
    target: { kind: 'words', anchor },
    createdAt: '2026-11-12T14:20:00Z',
    editedAt: null,
    isDeleted: false,
    resolved: null,
  };
}

/** One thing that people do to a script with shots; `at` and `by` choose where and what. */
type Deed = {
  readonly kind:
    | 'type'
    | 'split'
    | 'drop'
    | 'kind'
    | 'swap'
    | 'field'
    | 'shot'
    | 'unshot'
    | 'order'
    | 'decide'
    | 'comment';
  readonly at: number;
  readonly by: number;
};

const TYPES: readonly ElementType[] = ['heading', 'action', 'character', 'dialogue', 'parenthetical'];

function act(
  input: ModelInput,
  { kind, at, by }: Deed,
  made: () => ReturnType<ReturnType<typeof derive>>,
  n: number,
): ModelInput {
  const elements = [...input.elements];
  const index = at % elements.length;
  const old = elements[index]!;
  const shots = [...input.shots];
  const shot = shots[at % Math.max(1, shots.length)];
  switch (kind) {
    case 'type':
      elements[index] = { ...old, text: `${old.text.slice(0, by % (old.text.length + 1))}w${by} ` };
      break;
    case 'split':
      elements.splice(index + 1, 0, element(`n${n}`, TYPES[by % TYPES.length]!, `word ${by}`));
      break;
    case 'drop':
      if (elements.length > 1) elements.splice(index, 1);
      break;
    case 'kind':
      elements[index] = { ...old, type: TYPES[by % TYPES.length]! };
      break;
    case 'swap':
      elements.splice(by % elements.length, 0, ...elements.splice(index, 1));
      break;
    case 'field':
      if (shot)
        shots[shots.indexOf(shot)] = {
          ...shot,
          fields: { ...shot.fields, action: `acts ${by}`, size: by % 2 ? 'MS' : 'CU' },
        };
      break;
    case 'shot': {
      const last = elements[Math.min(elements.length - 1, index + (by % 3))]!;
      shots.push(shotOf(`s${n}`, `A${(by % 9) + 1}`, over(old.id, by % 4, last.id, 99)));
      break;
    }
    case 'unshot':
      shots.splice(at % Math.max(1, shots.length), 1);
      break;
    case 'order':
      if (shot) shots[shots.indexOf(shot)] = { ...shot, order: `B${(by % 9) + 1}` };
      break;
    case 'decide':
      if (shot)
        return {
          ...inputOf(elements, { ...rest(input) }),
          approvals: [
            ...input.approvals,
            { ...approvalOf(made(), shot.id), id: `d${n}`, at: `2026-11-12T14:${10 + (n % 50)}:00Z` },
          ],
        };
      break;
    case 'comment':
      return inputOf(elements, {
        ...rest(input),
        comments: [...input.comments, commentOn(`k${n}`, over(old.id, 0, old.id, by % 9))],
      });
  }
  return inputOf(elements, { ...rest(input), shots });
}
const rest = ({ shots, beats, approvals, comments }: ModelInput) => ({ shots, beats, approvals, comments });

test('derived step by step, the model is the one that is derived afresh', () => {
  const deed = fc.record<Deed>({
    kind: fc.constantFrom(
      'type',
      'type',
      'type',
      'split',
      'drop',
      'kind',
      'swap',
      'field',
      'shot',
      'shot',
      'unshot',
      'order',
      'decide',
      'comment',
    ),
    at: fc.nat(40),
    by: fc.nat(40),
  });
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 25 }), (deeds) => {
      const next = derive();
      let input = inputOf(bus, { shots: [lever, hands, bus2, gone] });
      let model = next(input);
      deeds.forEach((one, n) => {
        input = act(input, one, () => model, n);
        model = next(input);
        expect(model).toEqual(derive()(input));
      });
    }),
    { numRuns: 60 },
  );
});
