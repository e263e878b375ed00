/** The live process: rooms at `/sync/<document>`, events at `/rt`, decisions at `/internal`. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createLogPool, createStore, OutboxReader, Spool, type Store, UpdateLog } from '@tramline/store';
import type { Pool } from 'pg';
import type { Config } from './config.ts';
import { decide } from './decision/decide.ts';
import { answerInternal } from './internalRoutes.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { EventServer } from './news/eventServer.ts';
import { NewsDesk } from './news/newsDesk.ts';
import type { Mutant } from './room/roomState.ts';
import { SnapshotWriter } from './room/snapshotWriter.ts';
import { Rooms } from './rooms.ts';
import { Door, rejectUpgrade } from './socket/upgrade.ts';

export interface SyncServerOptions {
  readonly config: Config;
  /** What an operator must look at. */
  readonly alarm: (text: string) => void;
  /** Breaks one invariant, for tests of the tests. Not reachable from the environment. */
  readonly mutant?: Mutant;
}

const shutdownPatienceMs = 5000;

export class SyncServer {
  readonly rooms: Rooms;
  readonly #http: Server;
  readonly #log: UpdateLog;
  readonly #pool: Pool;
  readonly #store: Store;
  readonly #snapshots: SnapshotWriter;
  readonly #door: Door;
  readonly #events: EventServer;
  readonly #outbox: OutboxReader;
  readonly #desk: NewsDesk;
  readonly #rejudge: NodeJS.Timeout;
  readonly #forgetting: NodeJS.Timeout;
  #isRecovered = false;

  private constructor({ config, alarm, mutant }: SyncServerOptions, spool: Spool | undefined) {
    const limits: Limits = { ...defaultLimits, ...config.limits };
    this.#pool = createLogPool(config.databaseUrl);
    this.#store = createStore({ databaseUrl: config.databaseUrl, maxConnections: 4 });
    this.#log = new UpdateLog({ pool: this.#pool, limits, spool });
    this.#log.on('alarm', alarm);
    this.#snapshots = new SnapshotWriter(config.databaseUrl, alarm);
    this.rooms = new Rooms({ log: this.#log, snapshots: this.#snapshots, limits, mutant });
    const { secret, origins } = config;
    this.#door = new Door({
      rooms: this.rooms,
      pool: this.#pool,
      secret,
      origins,
      limits,
      onMissedNews: ({ projectId, userId }) => this.#desk.judge({ projectId, userId }),
    });
    const timeouts = { headersTimeout: 5000, requestTimeout: 5000, connectionsCheckingInterval: 1000 };
    this.#http = createServer(timeouts, (request, response) => {
      void answerInternal(request, response, {
        secret,
        health: async () => ({ database: (await this.#store.isUp()) ? 'up' : 'away', rooms: this.rooms.size }),
        decide: (call) =>
          decide(call, {
            rooms: this.rooms,
            pool: this.#pool,
            store: this.#store,
            now: () => new Date(),
            onRecorded: (projectId, approval) => this.#events.tell(projectId, 'approval.recorded', approval),
          }),
      });
    });
    this.#events = new EventServer({ http: this.#http, pool: this.#pool, secret, origins });
    this.#http.on('upgrade', (request, socket, head) => this.#onUpgrade(request, socket, head));
    this.#desk = new NewsDesk({ rooms: this.rooms, events: this.#events, store: this.#store, alarm });
    this.#outbox = new OutboxReader(config.databaseUrl);
    this.#outbox.on('message', (message) => this.#desk.hear(message));
    this.#outbox.on('connected', () => this.#desk.judgeAll());
    this.#outbox.on('alarm', alarm);
    this.#rejudge = setInterval(() => this.#desk.judgeAll(), limits.rejudgeEveryMs);
    this.#forgetting = setInterval(() => this.#forgetNews(limits.keepNewsMs), limits.forgetNewsEveryMs);
  }

  /** Opens the spool and builds the server; nothing is connected yet. Throws what the file system throws. */
  static async create(options: SyncServerOptions): Promise<SyncServer> {
    const { spoolFolder } = options.config;
    const spool = spoolFolder ? await Spool.open(spoolFolder, options.alarm) : undefined;
    return new SyncServer(options, spool);
  }

  /** Listens and returns the port. Rooms open as soon as what the spool holds is in the log. */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, host, resolve);
    });
    await this.#outbox.start();
    void this.#log.recover().then(() => {
      this.#isRecovered = true;
    });
    return (this.#http.address() as AddressInfo).port;
  }

  /** Commits what is in line, closes the sockets with 1012, stops listening. */
  async close(): Promise<void> {
    clearInterval(this.#rejudge);
    clearInterval(this.#forgetting);
    this.#desk.close();
    this.#events.close(); // closes the listener too
    await this.#outbox.close();
    await this.rooms.shutdown(shutdownPatienceMs);
    this.#http.closeAllConnections();
    await this.#log.close();
    await Promise.allSettled([this.#snapshots.close(), this.#pool.end(), this.#store.close()]);
  }

  /** Old news would fill the disk. What a database that is away keeps is forgotten the next time. */
  #forgetNews(keepMs: number): void {
    void this.#store.outbox.prune(new Date(Date.now() - keepMs)).catch(() => {});
  }

  #onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = request.url ?? '';
    if (path.startsWith('/rt')) return; // socket.io answers these
    if (path.startsWith('/sync/') && this.#isRecovered) void this.#door.open(request, socket, head);
    else rejectUpgrade(socket, path.startsWith('/sync/') ? 503 : 404);
  }
}
