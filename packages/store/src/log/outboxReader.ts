/** Hears what other processes wrote into the outbox, each message once, also across a lost connection. */
import { EventEmitter } from 'node:events';
import { OUTBOX_CHANNEL, type OutboxMessage, outboxMessage } from '@tramline/wire';
import pg from 'pg';

/** Numbers are handed out before commits: a smaller one may appear later. So far back are rows looked at again. */
const lookBack = 1000;
const retryMs = { first: 100, most: 2000 };

interface OutboxRow {
  id: string;
  payload: unknown;
  kind: string;
}

/**
 * Emits `message` for every row, `connected` each time that it listens (again) and all that was missed has been emitted, `alarm`
 * for rows that do not parse. Rows that were there before the first connection are not emitted.
 */
export class OutboxReader extends EventEmitter<{ message: [OutboxMessage]; connected: []; alarm: [string] }> {
  readonly #databaseUrl: string;
  #client: pg.Client | undefined;
  #seen = new Set<number>();
  #newest = -1;
  #delayMs = retryMs.first;
  #retry: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(databaseUrl: string) {
    super();
    this.#databaseUrl = databaseUrl;
  }

  /** Connects, and connects again whenever the connection breaks. Resolves after the first try. */
  async start(): Promise<void> {
    if (this.#isClosed) return;
    const client = new pg.Client({
      connectionString: this.#databaseUrl,
      connectionTimeoutMillis: 2000,
      query_timeout: 10_000,
      keepAlive: true,
    });
    this.#client = client;
    client.on('error', () => {}); // followed by 'end'
    client.on('end', () => this.#again(client));
    client.on('notification', ({ payload }) => void this.#readOne(client, Number(payload)));
    try {
      await client.connect();
      await client.query(`LISTEN ${OUTBOX_CHANNEL}`);
      await this.#catchUp(client);
      this.#delayMs = retryMs.first;
      this.emit('connected');
    } catch {
      void client.end().catch(() => {});
      this.#again(client);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => {});
  }

  #again(client: pg.Client): void {
    if (this.#client !== client || this.#isClosed) return;
    this.#client = undefined;
    this.#retry = setTimeout(() => void this.start(), this.#delayMs);
    this.#delayMs = Math.min(retryMs.most, this.#delayMs * 2);
  }

  async #catchUp(client: pg.Client): Promise<void> {
    const isFirst = this.#newest < 0;
    const { rows } = await client.query<OutboxRow>(
      'SELECT id, kind, payload FROM outbox WHERE id > (CASE WHEN $1::bigint < 0 THEN (SELECT coalesce(max(id), 0) FROM outbox) ELSE $1 END) - $2::bigint ORDER BY id',
      [this.#newest, lookBack],
    );
    if (isFirst) this.#newest = 0;
    for (const row of rows) {
      if (isFirst) this.#remember(Number(row.id));
      else this.#hear(row);
    }
  }

  async #readOne(client: pg.Client, id: number): Promise<void> {
    try {
      const { rows } = await client.query<OutboxRow>('SELECT id, kind, payload FROM outbox WHERE id = $1', [id]);
      for (const row of rows) this.#hear(row);
    } catch {
      // The connection broke; the row is found when it stands again.
    }
  }

  #hear(row: OutboxRow): void {
    const id = Number(row.id);
    if (this.#seen.has(id)) return;
    this.#remember(id);
    const fields = row.payload !== null && typeof row.payload === 'object' ? row.payload : {};
    const message = outboxMessage.safeParse({ ...fields, kind: row.kind });
    if (message.success) this.emit('message', message.data);
    else this.emit('alarm', `outbox row ${id} of kind ${row.kind} is not understood`);
  }

  #remember(id: number): void {
    this.#seen.add(id);
    this.#newest = Math.max(this.#newest, id);
    if (this.#seen.size <= 4 * lookBack) return;
    this.#seen = new Set([...this.#seen].filter((known) => known > this.#newest - lookBack));
  }
}
