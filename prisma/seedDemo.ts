/** Seeds the demo: people, the project, both scripts with shots and beats, what was said and decided. Once per database. */
import { readFile } from 'node:fs/promises';
import { importedScript, readSource } from '../apps/web/src/server/initialDocument.ts';
import { laterContent, openScript } from '../packages/collab/src/index.ts';
import type { FountainDocument } from '../packages/screenplay/src/index.ts';
import {
  DEMO_KEYS,
  DEMO_OWNER,
  DEMO_PEOPLE,
  type DemoPersonRow,
  type EarlierEdit,
  type Store,
} from '../packages/store/src/index.ts';
import { type CommentTarget, SCHEMA_VERSION } from '../packages/wire/src/index.ts';
import { DEMO_PROJECT, DEMO_SCRIPTS } from './demo/demo.ts';
import type { DemoComment, DemoReply, DemoRole, DemoScript } from './demo/demoScript.ts';
import { type DemoDocuments, demoDocuments } from './demoDocument.ts';
import { readDemoState, writeDemoState } from './demoState.ts';

export interface SeedServices {
  readonly store: Store;
  readonly now: Date;
  newId(): string;
  /** Numbers in [0, 1). */
  random(): number;
}

type People = Readonly<Record<DemoRole, string>>;
interface Seeding extends SeedServices {
  readonly projectId: string;
  readonly people: People;
}

const ago = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
/** A month: longer ago than anything that was said. */
const BEFORE_ALL_MINUTES = 30 * 24 * 60;

/** Seeds the demo unless it is there. What an interrupted seed left behind is put away first. Whether it was seeded now. */
export async function seedDemo(services: SeedServices): Promise<boolean> {
  const { store, now, newId } = services;
  const begun = await readDemoState(store);
  if (begun?.state === 'seeded') return false;
  if (begun) await store.projects.remove(begun.projectId, now);
  const projectId = newId();
  await writeDemoState(store, { state: 'begun', projectId });
  const people = await seedProject(services, projectId);
  for (const script of DEMO_SCRIPTS) await seedScript(script, { ...services, projectId, people });
  await writeDemoState(store, { state: 'seeded', projectId });
  return true;
}

async function seedPerson({ store, now, newId }: SeedServices, { name, email }: DemoPersonRow): Promise<string> {
  const known = await store.people.findByEmail(email);
  if (known) return known.id;
  const id = newId();
  const at = ago(now, BEFORE_ALL_MINUTES);
  const added = await store.people.add({ id, email, name, passwordHash: null, isDemo: true, at });
  if (!added.ok) throw new Error(`the demo's ${name} could not be added: ${added.code}`);
  return id;
}

async function seedProject(services: SeedServices, id: string): Promise<People> {
  const at = ago(services.now, BEFORE_ALL_MINUTES);
  const ownerId = await seedPerson(services, DEMO_OWNER);
  await services.store.projects.create({ id, name: DEMO_PROJECT, ownerId, isDemo: true, at });
  const people: Partial<Record<DemoRole, string>> = {};
  for (const [place, key] of DEMO_KEYS.entries()) {
    people[key] = await seedPerson(services, DEMO_PEOPLE[key]);
    const joined = new Date(at.getTime() + (place + 1) * 60_000);
    await services.store.members.add(id, people[key], DEMO_PEOPLE[key].role, joined);
  }
  return people as People;
}

async function seedScript(script: DemoScript, seeding: Seeding): Promise<void> {
  const { store, now, newId, projectId, people } = seeding;
  const id = newId();
  const bytes = new Uint8Array(await readFile(new URL(`demo/${script.file}`, import.meta.url)));
  const { update, edits } = writeScript(script, readSource(new TextDecoder().decode(bytes), id), seeding);
  const documents = demoDocuments(script, [update, ...edits.map((edit) => edit.update)], seeding);
  const made = await store.scripts.create({
    ...{ id, projectId, title: script.title, format: script.format, language: script.language },
    source: { name: script.file, bytes },
    documents: {
      script: { id: newId(), update, edits, schemaVersion: SCHEMA_VERSION },
      shots: { id: newId(), update: documents.shotsUpdate, schemaVersion: SCHEMA_VERSION },
    },
    ...{ createdById: people.writer, at: ago(now, BEFORE_ALL_MINUTES) },
  });
  if (!made.ok) throw new Error(`the demo's script could not be made: ${made.code}`);
  for (const comment of script.comments) await seedThread(comment, id, documents, seeding);
  await seedDecisions(script, id, documents, seeding);
}

/** The script as it was at first, and what was changed in it since. */
function writeScript({ edits }: DemoScript, source: FountainDocument, { now, people }: Seeding) {
  const wasIn = (text: string): string => edits.reduce((words, edit) => words.replace(edit.now, edit.was), text);
  const first = source.elements.map((element) => ({ ...element, text: wasIn(element.text) }));
  const update = importedScript({ ...source, elements: first });
  const later: EarlierEdit[] = [];
  for (const { by, minutesAgo, was, now: is } of edits) {
    const change = laterContent([update, ...later.map((edit) => edit.update)], (doc) => {
      const { body } = openScript(doc);
      // A head is one token long, and stands for one unit here.
      const text = body.toDelta().map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ' '));
      const at = text.join('').indexOf(was);
      body.delete(at, was.length);
      body.insert(at, is);
    });
    later.push({ update: change, authorId: people[by], at: ago(now, minutesAgo) });
  }
  return { update, edits: later };
}

function targetOf(on: DemoComment['on'], { anchorOf, shotIds, beatIds }: DemoDocuments): CommentTarget {
  if ('words' in on) return { kind: 'words', anchor: anchorOf(on.words) };
  const id = 'shot' in on ? shotIds.get(on.shot) : beatIds.get(on.beat);
  if (id === undefined) throw new RangeError(`a comment hangs on nothing: ${JSON.stringify(on)}`);
  return { kind: 'shot' in on ? 'shot' : 'beat', id };
}

async function seedThread(
  thread: DemoComment,
  scriptId: string,
  documents: DemoDocuments,
  seeding: Seeding,
): Promise<void> {
  const { store, now, newId, people } = seeding;
  const fieldsOf = ({ by, minutesAgo, body, mentions = [] }: DemoReply) => ({
    ...{ id: newId(), scriptId, authorId: people[by], body, at: ago(now, minutesAgo) },
    mentions: mentions.map((role) => people[role]),
  });
  const first = fieldsOf(thread);
  const said = [{ ...first, target: targetOf(thread.on, documents) }];
  for (const comment of said) await expectDone(store.comments.add(comment));
  for (const reply of thread.replies ?? [])
    await expectDone(store.comments.add({ ...fieldsOf(reply), threadId: first.id }));
  const { resolved } = thread;
  if (resolved) await expectDone(store.comments.resolve(first.id, people[resolved.by], ago(now, resolved.minutesAgo)));
}

async function seedDecisions(
  script: DemoScript,
  scriptId: string,
  documents: DemoDocuments,
  seeding: Seeding,
): Promise<void> {
  const { store, now, newId, people } = seeding;
  for (const decision of script.decisions) {
    const { by, gate, note = null, minutesAgo } = decision;
    const { hash, hashVersion, components, content } = documents.seenAt(decision);
    const { name, role } = DEMO_PEOPLE[by];
    await expectDone(
      store.approvals.record({
        ...{ id: newId(), scriptId, shotId: documents.shotIds.get(decision.shot) ?? '', gate, note },
        ...{ decision: decision.decision, actor: { id: people[by], name, role }, at: ago(now, minutesAgo) },
        ...{ hash, hashVersion, components: { ...components }, content },
      }),
    );
  }
}

async function expectDone(work: Promise<{ readonly ok: boolean; readonly code?: string }>): Promise<void> {
  const outcome = await work;
  if (!outcome.ok) throw new Error(`the demo could not be seeded: ${outcome.code}`);
}
