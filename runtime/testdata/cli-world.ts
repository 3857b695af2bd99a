import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { writeFiles } from './api-world.ts';

export type CliResult = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type CliWorld = {
  readonly folder: string;
  readonly agents: string;
  readonly env: Record<string, string>;
  /** Runs the program in the folder of agents, to its end. */
  readonly run: (args: readonly string[], options?: { readonly input?: string; readonly env?: Record<string, string> }) => Promise<CliResult>;
  /** Starts it; the test ends it. */
  readonly start: (args: readonly string[], env?: Record<string, string>) => RunningCli;
  /** The runtime's log, one line a fact. */
  readonly log: () => string;
};

export type RunningCli = {
  readonly child: ChildProcess;
  /** Resolves with all that standard error said when it has said this. */
  readonly says: (text: string) => Promise<string>;
  readonly ended: Promise<CliResult>;
};

export const cliEntry: string = join(import.meta.dirname, '../src/cli/main.ts');

/** The command line as people run it: real processes with folders of their own, and no runtime left behind. */
export function cliWorlds(): { readonly world: (files?: Readonly<Record<string, string>>) => CliWorld } {
  const open: CliWorld[] = [];
  afterEach(async () => {
    for (const it of open.splice(0)) {
      await it.run(['stop']);
      rmSync(it.folder, { recursive: true, force: true });
    }
  });
  return {
    world: (files = {}) => {
      const folder = mkdtempSync(join(tmpdir(), 'hermes-cli-'));
      const agents = join(folder, 'agents');
      mkdirSync(agents);
      mkdirSync(join(folder, 'run'), { mode: 0o700 });
      writeFiles(agents, files);
      const env = {
        PATH: process.env['PATH'] ?? '',
        HOME: join(folder, 'home'),
        LANG: 'en_US.UTF-8',
        XDG_RUNTIME_DIR: join(folder, 'run'),
        XDG_DATA_HOME: join(folder, 'data'),
        XDG_STATE_HOME: join(folder, 'state'),
      };
      mkdirSync(env.HOME);
      const start = (args: readonly string[], more: Record<string, string> = {}): RunningCli => startCli(args, agents, { ...env, ...more });
      const made: CliWorld = {
        folder,
        agents,
        env,
        start,
        run: (args, { input = '', env: more = {} } = {}) => {
          const running = start(args, more);
          running.child.stdin?.end(input);
          return running.ended;
        },
        log: () => readFileSync(join(folder, 'state/hermes-runtime/runtime.log'), 'utf8'),
      };
      open.push(made);
      return made;
    },
  };
}

function startCli(args: readonly string[], cwd: string, env: Record<string, string>): RunningCli {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cliEntry, ...args], { cwd, env, stdio: 'pipe' });
  let [stdout, stderr] = ['', ''];
  const waiting: { readonly text: string; readonly resolve: (all: string) => void }[] = [];
  const ended = new Promise<CliResult>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    for (const waiter of waiting) if (stderr.includes(waiter.text)) waiter.resolve(stderr);
  });
  // A program that is not read from ends early, and then what it is sent has nowhere to go.
  child.stdin.on('error', () => undefined);
  const says = (text: string): Promise<string> => {
    const heard = new Promise<string>((resolve) => {
      waiting.push({ text, resolve });
      if (stderr.includes(text)) resolve(stderr);
    });
    const silent = ended.then((result) => {
      if (!result.stderr.includes(text)) throw new Error(`It ended with ${result.code} and never said "${text}":\n${result.stderr}${result.stdout}`);
      return result.stderr;
    });
    return Promise.race([heard, silent]);
  };
  return { child, says, ended };
}
