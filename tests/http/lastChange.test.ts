import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as lastChange from '../../apps/web/src/app/api/scripts/[scriptId]/last-change/route.ts';
import { firstContent, laterContent } from '../../packages/collab/src/index.ts';
import type { LastChangeRequest } from '../../packages/wire/src/index.ts';
import { refused, startWeb, type WebHarness } from './webHarness.ts';

const MORNING = new Date('2026-03-01T08:00:00Z');
const at = (minutes: number): Date => new Date(MORNING.getTime() + minutes * 60_000);

let web: WebHarness;
let team: Awaited<ReturnType<WebHarness['addProject']>>;
let scriptId: string;
beforeAll(async () => {
  web = await startWeb();
  team = await web.addProject('writer', 'director', 'viewer');
  scriptId = randomUUID();
  // Units of client 1: 0 the head and its two entries, from 3 on "holds eighty kilos".
  const first = firstContent((doc) => {
    const body = doc.getText('body');
    body.insertEmbed(0, new Y.Map(Object.entries({ id: 'd1', type: 'dialogue' })));
    body.insert(1, 'holds eighty kilos');
  });
  const cut = laterContent([first], (doc) => doc.getText('body').delete(7, 6));
  const typed = laterContent([first, cut], (doc) => doc.getText('body').insert(7, 'ninety'));
  const elsewhere = laterContent([first, cut, typed], (doc) => doc.getText('body').insert(1, 'It '));
  const shots = firstContent((doc) => doc.getMap('shots').set('s1', new Y.Map([['lens', 'wide']])));
  const made = await web.store.scripts.create({
    ...{ id: scriptId, projectId: team.projectId, title: 'Bus', format: 'short', language: 'en' },
    documents: {
      script: {
        ...{ id: randomUUID(), update: first, schemaVersion: 1 },
        edits: [
          { update: cut, authorId: team.writer, at: at(10) },
          { update: typed, authorId: team.director, at: at(20) },
          { update: elsewhere, authorId: team.owner, at: at(30) },
        ],
      },
      shots: { id: randomUUID(), update: shots, schemaVersion: 1 },
    },
    ...{ createdById: team.owner, at: MORNING },
  });
  expect(made.ok).toBe(true);
});
afterAll(() => web?.stop());

const ask = (units: Partial<LastChangeRequest['units']>, since = at(5), as = team.viewer) =>
  web.ask(lastChange.POST, 'POST', {
    as,
    params: { scriptId },
    json: { since: since.toISOString(), units: { script: [], shots: [], ...units } },
  });
const EIGHTY: [number, number, number] = [1, 9, 6];
const NINETY: [number, number, number] = [3, 0, 6];

describe('who changed something last', () => {
  it('is who typed words that stand there, or deleted words that stood there, whoever is the later', async () => {
    expect(await ask({ script: [EIGHTY] })).toMatchObject({
      status: 200,
      body: { by: { id: team.writer, name: 'writer' }, at: at(10).toISOString() },
    });
    expect(await ask({ script: [NINETY] })).toMatchObject({ status: 204 }); // put there as a whole, as by a move
    expect((await ask({ script: [EIGHTY, NINETY] })).body).toEqual({
      by: { id: team.director, name: 'director' },
      at: at(20).toISOString(),
    });
  });

  it('is nobody when nobody did since, when the server wrote it, or when nothing is asked about', async () => {
    expect(await ask({ script: [EIGHTY] }, at(10))).toMatchObject({ status: 204 });
    expect(await ask({ script: [[1, 3, 3]] })).toMatchObject({ status: 204 });
    expect(await ask({ shots: [[1, 0, 2]] }, new Date(0))).toMatchObject({ status: 204 });
    expect(await ask({})).toMatchObject({ status: 204 });
  });

  it('is not told to strangers, nor for what is no question', async () => {
    const stranger = await web.addPerson('stranger');
    expect(await ask({ script: [EIGHTY] }, at(5), stranger)).toMatchObject(refused('thing.notFound'));
    for (const json of [
      {},
      { since: 'yesterday', units: { script: [], shots: [] } },
      { since: at(5).toISOString(), units: { script: [[1, -1, 2]], shots: [] } },
      { since: at(5).toISOString(), units: { script: Array(2001).fill(EIGHTY), shots: [] } },
      { since: at(5).toISOString(), units: { script: [[1, 0, 20_001]], shots: [] } },
      { since: at(5).toISOString(), units: { script: [], shots: Array(11).fill([1, 0, 2000]) } },
    ]) {
      const answer = await web.ask(lastChange.POST, 'POST', { as: team.viewer, params: { scriptId }, json });
      expect(answer.status).toBe(400);
    }
  });
});
