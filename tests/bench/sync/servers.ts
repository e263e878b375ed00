/** The three servers of the benchmark as processes: ours and Hocuspocus on one PostgreSQL with fsync, y-websocket-server on LevelDB. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../../tools/postgres.mjs';
import { LiveProcess } from '../../faults/support/liveProcess.ts';
import type { Stage } from '../../faults/support/stage.ts';

export const KINDS = ['ours', 'hocuspocus', 'y-websocket-server'] as const;
export type Kind = (typeof KINDS)[number];

export interface RunningServer {
  readonly pid: number;
  readonly url: (room: string) => string;
  readonly newRoom: () => Promise<string>;
  /** A ticket for a room; absent where none is asked for. */
  readonly token?: (room: string, clientId: number, person: string) => Promise<string>;
  /** Hocuspocus puts the room's name before every frame. */
  readonly namesRooms: boolean;
  /** Whether it says when an edit is on disk. */
  readonly acknowledges: boolean;
  readonly stop: () => Promise<void>;
}

const peers = path.resolve(import.meta.dirname, '../peers/sync');
const entries: Readonly<Record<Exclude<Kind, 'ours'>, string>> = {
  hocuspocus: path.join(peers, 'hocuspocus.mjs'),
  'y-websocket-server': path.join(peers, 'node_modules/@y/websocket-server/src/server.js'),
};

export async function startServer(kind: Kind, stage: Stage): Promise<RunningServer> {
  return kind === 'ours' ? startOurs(stage) : startPeer(kind, stage);
}

async function startOurs(stage: Stage): Promise<RunningServer> {
  const live = await LiveProcess.start({ stage });
  return {
    pid: live.pid,
    url: (room) => `ws://127.0.0.1:${live.port}/sync/${room}`,
    newRoom: () => stage.document(),
    token: (room, clientId, person) => stage.token(room, clientId, person),
    namesRooms: false,
    acknowledges: true,
    stop: () => live.stop('SIGKILL'),
  };
}

async function startPeer(kind: Exclude<Kind, 'ours'>, stage: Stage): Promise<RunningServer> {
  const port = (await freePort()) as number;
  const child: ChildProcess = spawn(process.execPath, ['--no-warnings', entries[kind]], {
    cwd: peers,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: stage.url,
      YPERSISTENCE: mkdtempSync(path.join(stage.home, 'level-')),
    },
  });
  let said = '';
  for await (const text of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += String(text);
    if (said.includes('running')) break;
  }
  child.stdout!.resume();
  const namesRooms = kind === 'hocuspocus';
  return {
    pid: child.pid!,
    url: (room) => `ws://127.0.0.1:${port}/${namesRooms ? '' : room}`,
    newRoom: async () => randomUUID(),
    namesRooms,
    acknowledges: false,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
