import { basename } from 'node:path';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Who listens on a TCP port of this machine, as in `node (pid 4121)`; `undefined` where that cannot be known. */
export function portHolder(port: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listenersIn(table, port)));
  if (inodes.size === 0) return undefined;
  for (const pid of namesIn('/proc').filter((name) => /^\d+$/.test(name))) {
    const holds = namesIn(`/proc/${pid}/fd`).some((fd) => inodes.has(inodeOf(`/proc/${pid}/fd/${fd}`)));
    if (holds) return `${programOf(pid)} (pid ${pid})`;
  }
  return undefined;
}

/** What people know it by: threads have names of their own, so the kernel's short name may be one of them. */
function programOf(pid: string): string {
  return basename(textOf(`/proc/${pid}/cmdline`).split('\0')[0] ?? '') || textOf(`/proc/${pid}/comm`).trim();
}

/** Lines are `sl local_address rem_address st … inode`; the port is in hexadecimal, state 0A is listening. */
function listenersIn(table: string, port: number): readonly string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return textOf(table)
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(wanted) === true && fields[3] === '0A')
    .map((fields) => fields[9] ?? '');
}

function inodeOf(path: string): string {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(path))?.[1] ?? '-';
  } catch {
    // Closed meanwhile, or another user's.
    return '-';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Another user's process, or one that has ended.
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // As above.
    return '';
  }
}
