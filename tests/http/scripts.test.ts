import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as previews from '../../apps/web/src/app/api/previews/route.ts';
import * as scripts from '../../apps/web/src/app/api/projects/[projectId]/scripts/route.ts';
import * as files from '../../apps/web/src/app/api/scripts/[scriptId]/files/[kind]/route.ts';
import * as script from '../../apps/web/src/app/api/scripts/[scriptId]/route.ts';
import { readStoredScript } from '../../apps/web/src/server/initialDocument.ts';
import { loadBytes } from '../../packages/store/src/index.ts';
import { EXPORT_KINDS, type PreviewView, type ScriptView } from '../../packages/wire/src/index.ts';
import { refused, startWeb, type WebHarness } from './webHarness.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/screenplay');
let web: WebHarness;
let projectId: string;
let writer: string;
let owner: string;
beforeAll(async () => {
  web = await startWeb();
  ({ projectId, writer, owner } = await web.addProject('writer'));
});
afterAll(() => web?.stop());

const text = (words: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(words));
const params = () => ({ projectId });
function form(bytes: Uint8Array<ArrayBuffer> | string, name: string, fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  data.set('file', new File([bytes], name));
  for (const [key, value] of Object.entries(fields)) data.set(key, value);
  return data;
}
const upload = (bytes: Uint8Array<ArrayBuffer> | string, name: string, fields?: Record<string, string>) =>
  web.ask(scripts.POST, 'POST', { params: params(), as: writer, form: form(bytes, name, fields) });

async function download(scriptId: string, kind = 'fountain'): Promise<Uint8Array> {
  const answer = await get(scriptId, kind);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}
async function get(scriptId: string, kind: string): Promise<Response> {
  const { text: _, ...request } = { text: '', headers: { host: '127.0.0.1:3000', cookie: await web.cookieOf(writer) } };
  return files.GET(new Request('http://127.0.0.1:3000/api', request), { params: Promise.resolve({ scriptId, kind }) });
}

async function elementsOf(view: ScriptView) {
  const stored = await loadBytes(web.services.log, view.documents.script);
  return readStoredScript(stored!, 'en');
}

describe('a new script', () => {
  it('begins with a title page and an empty heading', async () => {
    const json = { title: 'Last Service', format: 'short', language: 'zh' };
    const made = await web.ask(scripts.POST, 'POST', { params: params(), as: writer, json });
    expect(made).toMatchObject({ status: 201, body: { ...json, projectId, position: 0 } });
    const view = made.body as ScriptView;
    const { elements, title } = await elementsOf(view);
    expect(elements).toMatchObject([{ type: 'heading', text: '' }]);
    expect(title).toEqual([{ key: 'Title', value: 'Last Service' }]);
    const read = await web.ask(script.GET, 'GET', { params: { scriptId: view.id }, as: writer });
    expect(read).toMatchObject({ status: 200, body: view });
  });

  it('is changed and moved', async () => {
    const made = await web.ask(scripts.POST, 'POST', { params: params(), as: writer, json: { title: 'Second' } });
    const scriptId = (made.body as ScriptView).id;
    const json = { title: 'First', format: 'episode', position: 0 };
    const changed = await web.ask(script.PATCH, 'PATCH', { params: { scriptId }, as: writer, json });
    expect(changed).toMatchObject({ status: 200, body: json });
  });
});

describe('importing a file', () => {
  it('takes title, words and forms from a Fountain file', async () => {
    const text = 'Title: _**Night Bus**_\nAuthor: E\n\nINT. BUS - NIGHT\n\nThe bus waits.\n\nMARA\nGo.\n';
    const made = await upload(text, 'draft 3.fountain', { format: 'short' });
    expect(made).toMatchObject({ status: 201, body: { title: 'Night Bus', format: 'short', language: 'en' } });
    const { elements, title } = await elementsOf(made.body as ScriptView);
    expect(elements.map(({ type, text: words }) => [type, words])).toEqual([
      ['heading', 'INT. BUS - NIGHT'],
      ['action', 'The bus waits.'],
      ['character', 'MARA'],
      ['dialogue', 'Go.'],
    ]);
    expect(title[0]).toEqual({ key: 'Title', value: '_**Night Bus**_' });
  });

  it('is called by its file where it has no title page, and by the form where that says so', async () => {
    expect((await upload('INT. A\n\nWords.', 'a draft.v2.fountain')).body).toMatchObject({ title: 'a draft.v2' });
    expect((await upload('INT. A\n\nWords.', 'a.fountain', { title: 'Mine' })).body).toMatchObject({ title: 'Mine' });
  });

  const files = fs
    .readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.fountain$/.test(name));
  it.each(files)('gives %s back byte for byte when nobody has edited it', async (name) => {
    const bytes = new Uint8Array(fs.readFileSync(path.join(fixtures, name)));
    const made = await upload(bytes, path.basename(name));
    expect(made.status).toBe(201);
    expect(Buffer.from(await download((made.body as ScriptView).id)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('gives a file of another encoding back byte for byte too', async () => {
    const words = 'INT. 公交车 - 夜\n\n末班车在等。\n';
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(words, 'utf16le')]);
    const gb = new Uint8Array([...Buffer.from('INT. A - NIGHT\n\n'), 0xc4, 0xa9, 0xb0, 0xe0, 0xb3, 0xb5, 0x0a]);
    for (const bytes of [utf16, gb]) {
      const made = await upload(bytes, '末班车.fountain', { language: 'zh' });
      expect(Buffer.from(await download((made.body as ScriptView).id)).equals(Buffer.from(bytes))).toBe(true);
    }
  });

  const huge = new Uint8Array(20 * 1024 * 1024 + 1).fill(65);
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]);
  const zipHead = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3]);
  const latin = new Uint8Array([...Buffer.from('INT. CAF'), 0xc9, ...Buffer.from(' - NIGHT')]);
  it('of Final Draft goes out byte for byte, and with one word changed keeps all the rest', async () => {
    const bytes = fs.readFileSync(path.join(fixtures, 'synthetic/production.fdx'));
    const made = await upload(bytes, 'production.fdx');
    expect(made.status).toBe(201);
    const view = made.body as ScriptView;
    expect(Buffer.compare(await download(view.id, 'fdx'), bytes)).toBe(0);
    const { elements } = await elementsOf(view);
    expect(elements.filter(({ type }) => type === 'heading').length).toBeGreaterThan(1);
    expect(new TextDecoder().decode(await download(view.id, 'fountain'))).toContain(elements[0]!.text);
  });

  it('of Word, or in the domestic format, is recognised and comes in', async () => {
    const words = '20、卫生间 日 内\n\n△她走进来。\n\n张三：（低声）好。\n';
    const text = await upload(words, '场.txt', { language: 'zh' });
    const zh = (await elementsOf(text.body as ScriptView)).elements;
    expect(zh.map(({ type }) => type)).toEqual(['heading', 'action', 'character', 'parenthetical', 'dialogue']);
    const word = await download((text.body as ScriptView).id, 'docx');
    const again = await upload(new Uint8Array(word), '场.docx', { language: 'zh' });
    expect((await elementsOf(again.body as ScriptView)).elements.map(({ type, text }) => [type, text])).toEqual(
      zh.map(({ type, text }) => [type, text]),
    );
  });

  it('is shown as it would be read, and comes in as a person corrected it', async () => {
    const words = '20、卫生间 日 内\n\n△她走进来。\n\n张三：（低声）好。\n\n12\n\n没有格式的一行\n';
    const before = await web.database.dump();
    const shown = await web.ask(previews.POST, 'POST', { as: writer, form: form(words, '场.txt', { language: 'zh' }) });
    expect(await web.database.dump()).toBe(before);
    const { elements, language } = shown.body as PreviewView;
    expect(language).toBe('zh');
    expect(elements.slice(0, 3)).toMatchObject([
      { type: 'heading', number: '20', text: '卫生间 日 内' },
      { type: 'action', text: '她走进来。' },
      { type: 'character', text: '张三' },
    ]);
    const last = elements.length - 1;
    const corrections = JSON.stringify({
      types: [
        { at: last, type: 'transition' },
        { at: 1, type: null },
      ],
    });
    const made = await upload(words, '场.txt', { language: 'zh', corrections });
    const read = (await elementsOf(made.body as ScriptView)).elements;
    expect(read.map(({ type }) => type).slice(0, 2)).toEqual(['heading', 'character']);
    expect(read.at(-1)).toMatchObject({ type: 'transition', text: '没有格式的一行' });
  });

  it.each([
    ['of another file', '{"types":[{"at":999,"type":"action"}]}'],
    ['that are none', '{"types":7}'],
    ['that are no JSON', '{'],
  ])('refuses corrections %s', async (_, corrections) => {
    expect(await upload('张三：好。\n', 'a.txt', { language: 'zh', corrections })).toMatchObject(
      refused('request.invalid'),
    );
  });

  it('goes out in every kind, with its name, and in no other', async () => {
    const { body } = await upload('Title: A\n\nINT. BUS - NIGHT\n\nThe <engine> ticks.\n', 'a.fountain');
    const { id } = body as ScriptView;
    for (const kind of EXPORT_KINDS) {
      const answer = await get(id, kind);
      expect(answer.headers.get('content-disposition'), kind).toContain(`filename="A.${kind}"`);
      expect((await answer.arrayBuffer()).byteLength, kind).toBeGreaterThan(40);
    }
    expect(await (await get(id, 'html')).text()).toContain('The &lt;engine&gt; ticks.');
    expect((await get(id, 'exe')).status).toBe(404);
  });

  it.each([
    ['empty', new Uint8Array(), 'a.fountain', 'file.empty'],
    ['only blank', new Uint8Array([32, 10]), 'a.fountain', 'file.empty'],
    ['over 20 MB', huge, 'a.fountain', 'file.tooBig'],
    ['binary', png, 'a.fountain', 'file.binary'],
    ['no Word file', png, 'a.docx', 'file.format'],
    ['a Word file that is cut off', zipHead, 'a.docx', 'file.broken'],
    ['Final Draft’s in name alone', png, 'a.fdx', 'file.broken'],
    ['broken XML', text('<FinalDraft><Content>'), 'a.fdx', 'file.broken'],
    ['XML of another kind', text('<html></html>'), 'a.fdx', 'file.format'],
    ['an entity bomb', text('<!DOCTYPE x [<!ENTITY a "b">]><FinalDraft>&a;</FinalDraft>'), 'a.fdx', 'file.unsafe'],
    ['in an unknown encoding', latin, 'a.fountain', 'file.encoding'],
    ['of another format', text('{\\rtf1 Words.}'), 'a.fountain', 'file.format'],
  ] as const)('refuses a file that is %s with a code, and changes nothing', async (_, bytes, name, code) => {
    const before = await web.database.dump();
    expect(await upload(bytes, name)).toMatchObject(refused(code));
    expect(await web.database.dump()).toBe(before);
  });

  it('stops reading a body that is too large while it streams', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
        if (sent > 200) controller.close();
      },
    });
    const headers = {
      ...{ host: '127.0.0.1:3000', origin: web.services.environment.address, cookie: await web.cookieOf(writer) },
      'content-type': 'multipart/form-data; boundary=x',
    };
    const init = { method: 'POST', headers, body, duplex: 'half' };
    const answer = await scripts.POST(new Request('http://127.0.0.1:3000/api', init), {
      params: Promise.resolve(params()),
    });
    expect({ status: answer.status, body: await answer.json() }).toEqual(refused('file.tooBig'));
    expect(sent).toBeLessThan(30);
  });

  it('refuses a form without a file, and a broken form', async () => {
    const bare = new FormData();
    bare.set('title', 'x');
    const ask = { params: params(), as: writer };
    expect(await web.ask(scripts.POST, 'POST', { ...ask, form: bare })).toMatchObject(refused('request.invalid'));
    const broken = { ...ask, json: {}, headers: { 'content-type': 'multipart/form-data; boundary=x' } };
    expect(await web.ask(scripts.POST, 'POST', broken)).toMatchObject(refused('request.invalid'));
  });

  it('leaves nothing behind when a write fails on the way', async () => {
    const before = await web.database.dump();
    for (let n = 1; n <= 5; n++) {
      await web.database.failWrite(n);
      expect(await upload('INT. A\n\nWords.', 'a.fountain')).toMatchObject(refused('server.failed'));
    }
    await web.database.failWrite(0);
    expect(await web.database.dump()).toBe(before);
  });
});

describe('a deleted script', () => {
  it('is gone for everybody', async () => {
    const made = await upload('INT. A\n\nWords.', 'gone.fountain');
    const scriptId = (made.body as ScriptView).id;
    const { owner: stranger } = await web.addProject();
    expect(await web.ask(script.DELETE, 'DELETE', { params: { scriptId }, as: stranger })).toMatchObject(
      refused('thing.notFound'),
    );
    expect(await web.ask(script.DELETE, 'DELETE', { params: { scriptId }, as: writer })).toMatchObject(
      refused('role.forbidden'),
    );
    expect(await web.ask(script.DELETE, 'DELETE', { params: { scriptId }, as: owner })).toMatchObject({
      status: 204,
    });
    expect(await web.ask(script.GET, 'GET', { params: { scriptId }, as: writer })).toMatchObject(
      refused('thing.notFound'),
    );
  });
});
