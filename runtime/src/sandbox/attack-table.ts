import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** One try of an agent to get at something, and what must come of it. */
export type Attack = {
  readonly name: string;
  /** An action of the fixture agent `looks-around` and its arguments. */
  readonly action: readonly unknown[];
  readonly expected: 'denied' | 'allowed';
  /** What the answer must not hold, even where the action as such is allowed. */
  readonly hides?: string;
};

export type AttackTargets = {
  /** The agent's own folder. */
  readonly folder: string;
  readonly canary: string;
  readonly port: number;
  readonly abstractName: string;
};

/** System calls on x86-64, by number. */
const calls = {
  ptrace: 101,
  mount: 165,
  unshare: 272,
  bpf: 321,
  keyctl: 250,
  io_uring_setup: 425,
  setns: 308,
  perf_event_open: 298,
  userfaultfd: 323,
};

/** What an agent with open network tries. */
export function attacks({ folder, canary, port, abstractName }: AttackTargets): Attack[] {
  const denied = (name: string, ...action: unknown[]): Attack => ({ name, action, expected: 'denied' });
  const allowed = (name: string, ...action: unknown[]): Attack => ({ name, action, expected: 'allowed' });
  return [
    denied('reads the password hashes', 'read', '/etc/shadow'),
    denied('lists the settings in the home folder', 'list', join(homedir(), '.config')),
    denied('reads ~/.bashrc', 'read', join(homedir(), '.bashrc')),
    denied('lists ~/.ssh', 'list', join(homedir(), '.ssh')),
    denied('reads another file of the user', 'read', canary),
    denied('reads it through the first process', 'read', `/proc/1/root${canary}`),
    denied('lists the other agents', 'list', join(dirname(folder), 'echo-python')),
    denied('lists /sys', 'list', '/sys'),
    denied('lists the folder of the runtime', 'list', join(dirname(folder), '../../src')),
    denied('writes its own code', 'write', join(folder, 'main.py')),
    denied('writes beside its own code', 'write', join(folder, 'new.py')),
    denied('removes its own code', 'unlink', join(folder, 'main.py')),
    denied('changes the rights of its code', 'chmod', join(folder, 'main.py')),
    denied('writes to /usr', 'write', '/usr/owned'),
    denied('writes to /etc', 'write', '/etc/owned'),
    denied('writes to the root', 'write', '/owned'),
    denied('writes the harness', 'write', '/run/hermes-runtime/hosts/python/harness.py'),
    denied('sets the host’s core pattern', 'write', '/proc/sys/kernel/core_pattern'),
    denied('triggers sysrq', 'write', '/proc/sysrq-trigger'),
    denied('kills a process of the host', 'kill', process.pid),
    denied('reaches an abstract socket of the host', 'abstract', abstractName),
    ...(process.arch === 'x64'
      ? Object.entries(calls).map(([name, number]) => denied(`calls ${name}`, 'syscall', number, 0, 0, 0, 0, 0))
      : []),
    denied('opens 2,000 files', 'open', 2000),
    denied('fills the scratch folder', 'fill', '/tmp/large', 200),
    denied('fills the shared memory', 'fill', '/dev/shm/large', 64),
    { ...allowed('sees only its own processes', 'processes'), hides: String(process.pid) },
    { ...allowed('sees no path of the host in command lines', 'cmdlines'), hides: dirname(dirname(folder)) },
    allowed('is a user with a name and a home', 'whoami'),
    allowed('writes to the scratch folder', 'write', '/tmp/mine'),
    allowed('reads its own code', 'read', join(folder, 'main.py')),
    allowed('reads a library', 'read', '/usr/lib/os-release'),
    allowed('resolves localhost', 'resolve', 'localhost'),
    allowed('reaches a port while the network is open', 'connect', '127.0.0.1', port),
  ];
}
