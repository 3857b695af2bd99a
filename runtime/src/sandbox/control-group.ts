import { mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, readProcess } from './process-table.ts';

/** Limits that the kernel holds over a whole tree of processes. Only root may make one without help. */
export type ControlGroup = {
  /** Put before a command: the process joins first and then becomes the command, so that nothing ever runs outside. */
  readonly wrap: (command: readonly string[]) => string[];
  readonly pids: () => number[];
  /** How many processes of the group the kernel has killed for want of memory. */
  readonly memoryKills: () => number;
  readonly dispose: () => void;
};

export type ControlGroupLimits = { readonly memory_bytes: number; readonly processes: number };

export type ControlGroups = { readonly create: (name: string, limits: ControlGroupLimits) => ControlGroup | undefined };

const prefix = 'hermes-runtime-';

/** Undefined where groups cannot be made: not root, or no controllers here. */
export function findControlGroups(root = '/sys/fs/cgroup'): ControlGroups | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const kind = kindOf(root);
  if (kind === undefined) return undefined;
  removeLeftOver(kind.folders);
  const probe = tryCreate(kind, `${prefix}probe-${process.pid}`, { memory_bytes: 64 * 1024 * 1024, processes: 8 });
  if (probe === undefined) return undefined;
  probe.dispose();
  return { create: (name, limits) => tryCreate(kind, nameOf(name), limits) };
}

type Kind = { readonly version: 1 | 2; readonly folders: readonly string[] };

/** The owner's pid and start time are in the name, so that a later runtime knows which groups nobody owns. */
function nameOf(name: string): string {
  return `${prefix}${process.pid}-${readProcess(process.pid)?.startTime ?? '0'}-${name}`;
}

function kindOf(root: string): Kind | undefined {
  const unified = readText(join(root, 'cgroup.controllers'))?.split(/\s+/) ?? [];
  if (unified.includes('memory') && unified.includes('pids')) return { version: 2, folders: [root] };
  const own = new Map((readText('/proc/self/cgroup') ?? '').split('\n').map((line) => [line.split(':')[1], line.split(':')[2]]));
  const folders = ['memory', 'pids'].map((controller) => join(root, controller, own.get(controller) ?? '/'));
  return folders.every((folder) => readText(join(folder, 'cgroup.procs')) !== undefined) ? { version: 1, folders } : undefined;
}

function tryCreate(kind: Kind, name: string, limits: ControlGroupLimits): ControlGroup | undefined {
  const folders = kind.folders.map((folder) => join(folder, name));
  try {
    if (kind.version === 2) writeFileSync(join(kind.folders[0] ?? '', 'cgroup.subtree_control'), '+memory +pids');
    for (const folder of folders) mkdirSync(folder);
    const [memory = '', processes = memory] = folders;
    writeFileSync(join(memory, kind.version === 2 ? 'memory.max' : 'memory.limit_in_bytes'), String(limits.memory_bytes));
    writeFileSync(join(processes, 'pids.max'), String(limits.processes));
    return groupOf(kind, folders, memory);
  } catch {
    // No right to write here, or a hierarchy that refuses: the caller then says which limits are not held.
    for (const folder of folders) removeFolder(folder);
    return undefined;
  }
}

function groupOf(kind: Kind, folders: readonly string[], memory: string): ControlGroup {
  const members = folders.map((folder) => join(folder, 'cgroup.procs'));
  return {
    wrap: (command) => ['/bin/sh', '-c', joinScript, 'sh', String(members.length), ...members, ...command],
    pids: () => (readText(members[0] ?? '') ?? '').split('\n').filter(Boolean).map(Number),
    memoryKills: () =>
      Number(/^oom_kill (\d+)/m.exec(readText(join(memory, kind.version === 2 ? 'memory.events' : 'memory.oom_control')) ?? '')?.[1] ?? 0),
    dispose: () => {
      for (const folder of folders) removeFolder(folder);
    },
  };
}

/** Joins each group, then becomes the command; arguments only, nothing is ever pasted into the script. */
const joinScript = 'n=$1; shift; while [ "$n" -gt 0 ]; do echo $$ > "$1" || exit 125; shift; n=$((n-1)); done; exec "$@"';

/** A runtime that was killed could not remove its groups. They are empty, as its workers died with it. */
function removeLeftOver(parents: readonly string[]): void {
  for (const parent of parents) {
    for (const name of listFolder(parent)) {
      const owner = /^hermes-runtime-(?<pid>\d+)-(?<startTime>\d+)-/.exec(name)?.groups;
      if (owner !== undefined && !isAlive({ pid: Number(owner['pid']), startTime: owner['startTime'] ?? '' }))
        removeFolder(join(parent, name));
    }
  }
}

function removeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Still busy for an instant, or never made: the next runtime's start removes what is left.
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not readable means that nothing of ours is in it.
    return [];
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The file does not exist in this hierarchy.
    return undefined;
  }
}
