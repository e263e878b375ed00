/** A real PostgreSQL with the product's tables, and people, projects and documents in it. */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { insertInitialDocument } from '@tramline/store/log';
import {
  type DocumentKind,
  EDIT_ACTION,
  FIRST_LEASABLE_CLIENT,
  may,
  type Role,
  signTicket,
  type Ticket,
} from '@tramline/wire';
import pg from 'pg';
import * as Y from 'yjs';
import { openRoots } from '../../../apps/sync-server/src/shape/openRoots.ts';
import { migrate } from '../../../tools/migrate.mjs';
import { startServer, startTemporaryServer } from '../../../tools/postgres.mjs';
import { until } from './until.ts';

export const SECRET = 'a secret for tests, longer than thirty-two bytes';
export const ORIGIN = 'https://app.example';

/** A moment as tickets write it. */
export const secondsFromNow = (seconds: number): number => Math.ceil(Date.now() / 1000) + seconds;

/** A client id that a ticket may name. */
export function newClientId(): number {
  return randomInt(FIRST_LEASABLE_CLIENT, 2 ** 32 - 1);
}

/** An empty document of a kind, as a client opens it. */
export function newDoc(kind: DocumentKind = 'script'): Y.Doc {
  return openRoots(new Y.Doc(), kind);
}

interface Server {
  readonly port: number;
  readonly dir: string;
  readonly url: (database: string) => string;
  readonly stop: () => Promise<void>;
  child: ChildProcess;
}

/** The database server, which can be taken away in two ways, and a project with people of every role asked for. */
export class Stage {
  readonly projectId = randomUUID();
  readonly home: string;
  pool!: pg.Pool;
  #server!: Server;
  /** The processes that stand still. */
  readonly #frozen: number[] = [];
  readonly #people = new Map<string, { readonly id: string; readonly role: Role }>();

  private constructor() {
    this.home = mkdtempSync(path.join(tmpdir(), 'tramline-stage-'));
  }

  static async open(): Promise<Stage> {
    const stage = new Stage();
    stage.#server = (await startTemporaryServer({ parent: stage.home })) as Server;
    await migrate(stage.url, path.resolve(import.meta.dirname, '../../../prisma/migrations'));
    stage.pool = new pg.Pool({ connectionString: stage.url, max: 4 });
    stage.pool.on('error', () => {});
    const owner = await stage.person('owner', 'owner');
    await stage.pool.query('INSERT INTO project (id, name, created_by_id) VALUES ($1, $2, $3)', [
      stage.projectId,
      'Test',
      owner,
    ]);
    await stage.#join('owner');
    return stage;
  }

  get url(): string {
    return this.#server.url('postgres');
  }
  get process(): ChildProcess {
    return this.#server.child;
  }

  /** The id of a person by name; made a member with the role when there is none. */
  async person(name: string, role: Role = 'writer'): Promise<string> {
    const known = this.#people.get(name);
    if (known) return known.id;
    const id = randomUUID();
    this.#people.set(name, { id, role });
    await this.pool.query('INSERT INTO "user" (id, email, name) VALUES ($1, $2, $3)', [id, `${id}@example.org`, name]);
    if (name !== 'owner') await this.#join(name);
    return id;
  }

  async #join(name: string): Promise<void> {
    const { id, role } = this.#people.get(name)!;
    await this.pool.query('INSERT INTO membership (project_id, user_id, role) VALUES ($1, $2, $3)', [
      this.projectId,
      id,
      role,
    ]);
  }

  /** Changes a role (or ends the membership) and tells the live process in the same transaction. */
  async changeRole(name: string, role: Role | null): Promise<void> {
    const { id } = this.#people.get(name)!;
    if (role) this.#people.set(name, { id, role });
    const where = [this.projectId, id];
    const client = await this.pool.connect();
    await client.query('BEGIN');
    if (role)
      await client.query('UPDATE membership SET role = $3 WHERE project_id = $1 AND user_id = $2', [...where, role]);
    else await client.query('DELETE FROM membership WHERE project_id = $1 AND user_id = $2', where);
    await this.tell({ kind: 'membership.changed', projectId: this.projectId, userId: id }, client);
    await client.query('COMMIT');
    client.release();
  }

  /** Writes an outbox row. */
  async tell(
    message: { kind: string } & Record<string, unknown>,
    on: pg.Pool | pg.PoolClient = this.pool,
  ): Promise<void> {
    await on.query('INSERT INTO outbox (kind, payload) VALUES ($1, $2)', [message.kind, message]);
  }

  /** A document of the project; its first content, if any, is written by the server. */
  async document(kind: DocumentKind = 'script', write?: (doc: Y.Doc) => void, schemaVersion = 1): Promise<string> {
    const documentId = randomUUID();
    const doc = newDoc(kind);
    doc.clientID = 1;
    write?.(doc);
    const update = Y.encodeStateAsUpdate(doc);
    await insertInitialDocument(this.pool, { documentId, projectId: this.projectId, kind, schemaVersion, update });
    return documentId;
  }

  /** The number of the newest row of a document. */
  async headSeq(documentId: string): Promise<number> {
    const { rows } = await this.pool.query<{ head_seq: string }>('SELECT head_seq FROM document WHERE id = $1', [
      documentId,
    ]);
    return Number(rows[0]?.head_seq);
  }

  /** A ticket's content for a person of the project. */
  async ticket(documentId: string, clientId: number, name: string, more: Partial<Ticket> = {}): Promise<Ticket> {
    const userId = await this.person(name);
    const { role } = this.#people.get(name)!;
    const kind = more.kind ?? 'script';
    return {
      room: documentId,
      kind,
      projectId: this.projectId,
      userId,
      name,
      role,
      mayEdit: may(role, EDIT_ACTION[kind]),
      clientId,
      earlierClientIds: [],
      sessionId: `session of ${name}`,
      sessionEpoch: 0,
      sessionEnds: secondsFromNow(3600),
      generation: 1,
      schemaVersion: 1,
      ...more,
    };
  }

  /** A signed ticket. `ageSeconds` makes it older than it is. */
  async token(
    documentId: string,
    clientId: number,
    name: string,
    more: Partial<Ticket> = {},
    ageSeconds = 0,
  ): Promise<string> {
    return signTicket(
      await this.ticket(documentId, clientId, name, more),
      SECRET,
      new Date(Date.now() - ageSeconds * 1000),
    );
  }

  get isDatabaseGone(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** The database goes at once, without a word to its clients. */
  async stopDatabase(): Promise<void> {
    const gone = once(this.process, 'exit');
    this.process.kill('SIGQUIT');
    await gone;
  }

  async startDatabase(): Promise<void> {
    const { dir, port } = this.#server;
    this.#server.child = await startServer({ dir, port, logFile: path.join(dir, '../log') });
    await until('the database answers', async () => {
      try {
        await this.pool.query('SELECT 1');
        return true;
      } catch {
        return false;
      }
    });
  }

  /** Freezes every process of the database: queries neither fail nor return. */
  freezeDatabase(): void {
    const parent = this.process.pid!;
    process.kill(parent, 'SIGSTOP'); // first, so that it starts no process that is not listed
    this.#frozen.push(parent);
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(parent)], { encoding: 'utf8' });
    for (const pid of children.trim().split(/\s+/).filter(Boolean).map(Number)) {
      process.kill(pid, 'SIGSTOP');
      this.#frozen.push(pid);
    }
  }

  /** Lets a frozen database go on; does nothing to another. */
  thawDatabase(): void {
    for (const pid of this.#frozen.splice(0)) process.kill(pid, 'SIGCONT');
  }

  async close(): Promise<void> {
    this.thawDatabase();
    await this.pool.end();
    if (!this.isDatabaseGone) {
      const gone = once(this.process, 'exit');
      this.process.kill('SIGINT');
      await gone;
    }
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}
