import { describe, expect, test } from 'vitest';
import type { CoveredElement } from '../coveredElement.ts';
import { compilePrompt } from '../prompt/compilePrompt.ts';
import { lever } from '../prompt/leverShot.ts';
import type { ShotFields } from '../shotField.ts';
import { approvalContent, type Gate, HASHED_FIELDS } from './approvalContent.ts';
import { diffContent } from './diffContent.ts';
import { type DecisionRow, readGateStatus } from './gateStatus.ts';

/** What the gate binds for the lever shot, with changes. */
function contentOf(
  change: { fields?: Partial<ShotFields>; words?: readonly CoveredElement[]; gate?: Gate; take?: string } = {},
) {
  const input = { ...lever, fields: { ...lever.fields, ...change.fields }, words: change.words ?? lever.words };
  const take = change.take === undefined ? null : { sha256: change.take };
  return approvalContent({
    gate: change.gate ?? 'prompt',
    words: input.words,
    fields: input.fields,
    prompt: compilePrompt(input),
    take,
  });
}
const saying = (word: string) =>
  lever.words.map((element) => ({ ...element, text: element.text.replace('ninety', word) }));

let count = 0;
/** A decision on content; each is later than the one before. */
function row(
  actor: string,
  decision: DecisionRow['decision'],
  content: ReturnType<typeof contentOf>,
  role = 'producer',
): DecisionRow {
  count++;
  const { hash, hashVersion, components } = content;
  const at = new Date(Date.UTC(2026, 10, 12, 14, 0, count)).toISOString();
  return {
    id: `r${count}`,
    decision,
    actor: { id: actor, role },
    hash,
    hashVersion,
    components: components as Record<string, string | null>,
    at,
  };
}
const two = { roles: ['producer', 'director'], quorum: 2 };

describe('what is bound', () => {
  test('[AP5] a gate binds its components', () => {
    const bound = (gate: Gate) => Object.keys(contentOf({ gate, take: `sha256:${'ab'.repeat(32)}` }).components);
    expect(bound('script')).toEqual(['words']);
    expect(bound('prompt')).toEqual(['words', 'shot', 'prompt']);
    expect(bound('picture')).toEqual(['words', 'shot', 'prompt', 'take']);
    expect(bound('final')).toEqual(['words', 'shot', 'prompt', 'take', 'place']);
  });

  test('[AP5] a new take moves the picture gate and not the script gate', () => {
    const hashes = (gate: Gate) => [
      contentOf({ gate }).hash,
      contentOf({ gate, take: `sha256:${'cd'.repeat(32)}` }).hash,
    ];
    expect(new Set(hashes('picture')).size).toBe(2);
    expect(new Set(hashes('script')).size).toBe(1);
  });

  test('[AP5] every named field moves the hash', () => {
    const other: Partial<Record<keyof ShotFields, string | number>> = { focalMm: 36, durationFrames: 97 };
    for (const field of HASHED_FIELDS) {
      expect(contentOf({ fields: { [field]: other[field] ?? 'ECU' } }).components.shot, field).not.toBe(
        contentOf().components.shot,
      );
    }
  });

  test('[AP6] title, notes, element ids and offsets move nothing', () => {
    const renamed = lever.words.map((element) => ({ ...element, id: `x-${element.id}`, from: element.from + 100 }));
    expect(contentOf({ fields: { title: 'Z', notes: 'Z' }, words: renamed })).toEqual(contentOf());
  });

  test('[AP6] an element of which nothing is seen moves nothing', () => {
    expect(contentOf({ words: [...lever.words, { id: 'z', type: 'action', text: ' \n ', from: 0 }] })).toEqual(
      contentOf(),
    );
  });

  test('[AP3] an action line turned into dialogue moves the hash', () => {
    const turned = lever.words.map((element) =>
      element.type === 'action' ? { ...element, type: 'dialogue' } : element,
    );
    expect(contentOf({ gate: 'script', words: turned }).hash).not.toBe(contentOf({ gate: 'script' }).hash);
  });
});

describe('status', () => {
  test('[AP4] a restored word restores the approval', () => {
    const rows = [row('noor', 'approve', contentOf())];
    expect(readGateStatus(rows, contentOf()).state).toBe('approved');
    expect(readGateStatus(rows, contentOf({ words: saying('eighty') })).state).toBe('stale');
    expect(readGateStatus(rows, contentOf({ words: saying('ninety') })).state).toBe('approved');
  });

  test('[AP10] a stale approval names what changed and since which approval', () => {
    const rows = [
      row('noor', 'approve', contentOf()),
      row('elif', 'approve', contentOf({ fields: { light: 'Moon' } })),
    ];
    const status = readGateStatus(rows, contentOf({ fields: { light: 'Moon' }, words: saying('eighty') }));
    expect(status).toMatchObject({ state: 'stale', since: rows[1], changed: ['words', 'prompt'] });
    expect(status.outdated).toEqual([
      { row: rows[1], changed: ['words', 'prompt'] },
      { row: rows[0], changed: ['words', 'shot', 'prompt'] },
    ]);
  });

  test('[AP10] a new field only moves the shot and the prompt', () => {
    const rows = [row('noor', 'approve', contentOf())];
    expect(readGateStatus(rows, contentOf({ fields: { focalMm: 50 } }))).toMatchObject({
      state: 'stale',
      changed: ['shot', 'prompt'],
    });
  });

  test('[AP8] no decision is none, and a withdrawal leaves none', () => {
    expect(readGateStatus([], contentOf()).state).toBe('none');
    expect(
      readGateStatus([row('noor', 'approve', contentOf()), row('noor', 'withdraw', contentOf())], contentOf()).state,
    ).toBe('none');
  });

  test('[AP8] the latest decision of a person counts, in whatever order the rows come', () => {
    const rows = [row('noor', 'request_changes', contentOf()), row('noor', 'approve', contentOf())];
    expect([readGateStatus(rows, contentOf()).state, readGateStatus([...rows].reverse(), contentOf()).state]).toEqual([
      'approved',
      'approved',
    ]);
  });

  test('[AP9] below the quorum a gate is partial', () => {
    const [first, second] = [row('noor', 'approve', contentOf()), row('elif', 'approve', contentOf(), 'director')];
    expect(readGateStatus([first, first], contentOf(), two)).toMatchObject({
      state: 'partial',
      approvals: [first],
      needed: 2,
    });
    expect(readGateStatus([first, second], contentOf(), two)).toMatchObject({
      state: 'approved',
      approvals: [second, first],
    });
  });

  test('[AP9] a valid approval beside a stale one is partial', () => {
    const rows = [
      row('noor', 'approve', contentOf()),
      row('elif', 'approve', contentOf({ words: saying('eighty') }), 'director'),
    ];
    const status = readGateStatus(rows, contentOf({ words: saying('eighty') }), two);
    expect([status.state, status.approvals, status.outdated.map((decision) => decision.row)]).toEqual([
      'partial',
      [rows[1]],
      [rows[0]],
    ]);
  });

  test('[AP11] a request for changes outweighs approvals until its author decides again', () => {
    const rows = [row('noor', 'approve', contentOf()), row('elif', 'request_changes', contentOf(), 'director')];
    expect(readGateStatus(rows, contentOf())).toMatchObject({ state: 'changes', requests: [rows[1]], changed: [] });
    const edited = contentOf({ words: saying('eighty') });
    expect(readGateStatus(rows, edited)).toMatchObject({ state: 'changes', changed: ['words', 'prompt'] });
    expect(readGateStatus([...rows, row('elif', 'withdraw', contentOf(), 'director')], contentOf()).state).toBe(
      'approved',
    );
  });

  test('[AP12] roles that do not decide here, and hashes of another version, say nothing', () => {
    const old = { ...row('elif', 'approve', contentOf()), hashVersion: 0 };
    expect(readGateStatus([row('wim', 'approve', contentOf(), 'writer'), old], contentOf()).state).toBe('none');
  });
});

describe('from status to difference', () => {
  test('[AP14] the cause is named down to the word', () => {
    const differences = diffContent(contentOf().content, contentOf({ words: saying('eighty') }).content);
    expect(differences.map(({ component, field, cue }) => [component, field, cue])).toEqual([
      ['words', 'dialogue', 'JUN'],
      ['prompt', 'text', undefined],
    ]);
    expect(differences[0]!.segments).toEqual([
      { op: 'same', text: 'It holds a string at ' },
      { op: 'removed', text: 'ninety' },
      { op: 'added', text: 'eighty' },
      { op: 'same', text: " kilos. It'll hold a belt." },
    ]);
  });
});
