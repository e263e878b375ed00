/** One load on one server: everybody joins, one person per room types, everybody else counts what arrives. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as Y from 'yjs';
import { newClientId, type Stage } from '../../faults/support/stage.ts';
import { pause } from '../../faults/support/until.ts';
import { LoadClient, stampNow } from './loadClient.ts';
import { cpuMs, familyCpuMs, residentMb } from './processFacts.ts';
import { type Kind, startServer } from './servers.ts';

export interface Load {
  readonly name: string;
  readonly rooms: number;
  /** Clients per room; the first of them types. */
  readonly clients: number;
  readonly everyMs: number;
  readonly durationMs: number;
}

/** Times in milliseconds. `cpu` and `databaseCpu` are milliseconds per 1,000 updates. `ack`: from sending to disk. */
export interface Result {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly cpu: number;
  readonly databaseCpu: number;
  readonly rssMb: number;
  readonly ack50: number;
  readonly ack99: number;
  /** p99 of the load generator's own delay: no tail below it means anything. */
  readonly generatorDelay: number;
  readonly delivered: number;
  readonly expected: number;
}

const people = 8;
const warmUpMs = 1000;
const restMs = 600;

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

interface Writer {
  readonly client: LoadClient;
  readonly text: Y.Text;
}

async function typeFor(writers: readonly Writer[], everyMs: number, durationMs: number): Promise<number> {
  let updates = 0;
  for (const end = performance.now() + durationMs; performance.now() < end; await pause(everyMs)) {
    for (const { text } of writers) {
      text.insert(text.length, stampNow());
      updates++;
    }
  }
  return updates;
}

/** Starts the server afresh, applies the load once and stops it. */
export async function measure(kind: Kind, load: Load, stage: Stage): Promise<Result> {
  const server = await startServer(kind, stage);
  const latencies: number[] = [];
  const clients: LoadClient[] = [];
  const writers: Writer[] = [];
  for (let room = 0; room < load.rooms; room++) {
    const name = await server.newRoom();
    for (let at = 0; at < load.clients; at++) {
      const clientId = newClientId();
      const client = await LoadClient.open(server, name, clientId, `person ${at % people}`);
      clients.push(client);
      if (at > 0) client.onEdit = (latencyMs) => latencies.push(latencyMs);
      else writers.push(newWriter(client, clientId));
    }
  }
  await typeFor(writers, load.everyMs, warmUpMs);
  await pause(restMs);
  latencies.length = 0;
  for (const { client } of writers) client.acknowledged.length = 0;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const cpuBefore = cpuMs(server.pid);
  const databaseBefore = familyCpuMs(stage.process.pid!);
  const updates = await typeFor(writers, load.everyMs, load.durationMs);
  await pause(restMs);
  const cpu = cpuMs(server.pid) - cpuBefore;
  const databaseCpu = familyCpuMs(stage.process.pid!) - databaseBefore;
  delay.disable();
  const acknowledged = writers.flatMap(({ client }) => client.acknowledged);
  const rssMb = residentMb(server.pid);
  for (const client of clients) client.close();
  await server.stop();
  return {
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    cpu: (cpu / updates) * 1000,
    databaseCpu: (databaseCpu / updates) * 1000,
    rssMb,
    ack50: percentile(acknowledged, 0.5),
    ack99: percentile(acknowledged, 0.99),
    generatorDelay: delay.percentile(99) / 1e6,
    delivered: latencies.length,
    expected: updates * (load.clients - 1),
  };
}

function newWriter(client: LoadClient, clientId: number): Writer {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.on('update', (update: Uint8Array) => client.edit(update));
  return { client, text: doc.getText('body') };
}
