import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '../..');

/** The command that the build made, as the bin stub starts it. */
const program = join(root, 'runtime/bin/hermes-runtime.mjs');

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** A person's home: folders of its own, so that nothing of the real one is touched and nothing is left. */
export class Home {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'hermes-home-'));
  readonly env: Readonly<Record<string, string>>;
  readonly #children = new Set<ChildProcess>();

  constructor(extra: Readonly<Record<string, string>> = {}) {
    const run = join(this.folder, 'run');
    mkdirSync(run, { mode: 0o700 });
    this.env = {
      PATH: process.env['PATH'] ?? '',
      HOME: this.folder,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      XDG_RUNTIME_DIR: run,
      XDG_DATA_HOME: join(this.folder, 'data'),
      XDG_STATE_HOME: join(this.folder, 'state'),
      XDG_CONFIG_HOME: join(this.folder, 'config'),
      XDG_CACHE_HOME: join(this.folder, 'cache'),
      ...extra,
    };
  }

  /** Runs `hermes-runtime` to its end. */
  async hermes(...args: readonly string[]): Promise<Ended> {
    return finished(process.execPath, [program, ...args], { ...this.env });
  }

  /** Starts a command that stays; `close` ends it. */
  start(command: string, args: readonly string[], cwd: string = root): ChildProcess {
    const child = spawn(command, args, { cwd, env: { ...this.env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    this.#children.add(child);
    child.once('exit', () => this.#children.delete(child));
    return child;
  }

  startHermes(...args: readonly string[]): ChildProcess {
    return this.start(process.execPath, [program, ...args]);
  }

  async close(): Promise<void> {
    for (const child of this.#children) if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await this.hermes('stop');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a child has said so far, and a way to wait for words. */
export function listen(child: ChildProcess): {
  readonly text: () => string;
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
} {
  let text = '';
  const checks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const check of checks) check();
    });
  const until = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const match = pattern.exec(text);
        if (!match) return;
        checks.delete(check);
        resolve(match);
      };
      checks.add(check);
      child.once('exit', (code) => reject(new Error(`ended with ${code} before ${pattern}:\n${text}`)));
      check();
    });
  return { text: () => text, until };
}

export async function finished(file: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(file, [...args], { env, cwd: root, maxBuffer: 64 * 1024 * 1024 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}
