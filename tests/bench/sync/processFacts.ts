/** CPU and memory of processes, as the kernel counts them. */
import { readdirSync, readFileSync } from 'node:fs';

/** One clock tick of the kernel in milliseconds. */
const tickMs = 10;

function statOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  } catch {
    return undefined;
  }
}

/** The CPU time that a process and its threads have used, in milliseconds; 0 when it is gone. */
export function cpuMs(pid: number): number {
  const stat = statOf(pid);
  return stat ? (Number(stat[11]) + Number(stat[12])) * tickMs : 0;
}

/** The same for a process and its living children. */
export function familyCpuMs(parent: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = pids.filter((pid) => statOf(Number(pid))?.[1] === String(parent));
  return children.reduce((sum, pid) => sum + cpuMs(Number(pid)), cpuMs(parent));
}

/** Resident memory in MB. */
export function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
