import type { ChildProcess } from 'node:child_process';

export interface TemporaryServer {
  readonly port: number;
  readonly child: ChildProcess;
  readonly dir: string;
  /** The address of a database of this server. */
  url(database: string): string;
  stop(): Promise<void>;
}
export function postgresBinFolder(): string;
export function freePort(): Promise<number>;
export function isListening(port: number, host?: string): Promise<boolean>;
export function createCluster(cluster: { dir: string; password: string; durable?: boolean }): Promise<boolean>;
export function startServer(server: {
  dir: string;
  port: number;
  logFile: string;
  settings?: Readonly<Record<string, string | number>>;
}): Promise<ChildProcess>;
export function startTemporaryServer(server: {
  parent: string;
  settings?: Readonly<Record<string, string | number>>;
}): Promise<TemporaryServer>;
