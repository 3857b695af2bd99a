import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export const root = join(import.meta.dirname, '..');

export type BuiltPrograms = {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  /** A program of the build to its end, as a person would start it; resolves with what it printed. Rejects unless it ends with 0. */
  readonly run: (program: string, ...args: readonly string[]) => Promise<string>;
  /** Starts a program of the build that stays up; resolves with the address that it says it serves. */
  readonly serve: (program: string, ...args: readonly string[]) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** The programs of `client/dist`, in folders of their own, so that a bench meets neither a person's tasks nor their runtime. */
export function builtPrograms(): BuiltPrograms {
  const home = mkdtempSync(join(tmpdir(), 'hermes-bench-'));
  const env = {
    ...process.env,
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
  };
  mkdirSync(env.XDG_RUNTIME_DIR, { mode: 0o700 });
  const served: ChildProcess[] = [];
  const start = (program: string, args: readonly string[]) =>
    spawn(process.execPath, [join(root, 'client/dist', program), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const run: BuiltPrograms['run'] = async (program, ...args) => {
    const child = start(program, args);
    const [[code], stdout, stderr] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}:\n${stderr}`);
    return stdout;
  };
  return {
    home,
    env,
    run,
    serve: (program, ...args) => {
      const child = start(program, args);
      served.push(child);
      return new Promise((resolve, reject) => {
        let said = '';
        child.stderr.setEncoding('utf8').on('data', (more: string) => {
          said += more;
          const [url] = /http:\/\/\S+(?=\s)/.exec(said) ?? [];
          if (url !== undefined) resolve(url);
        });
        child.once('close', () => reject(new Error(`${program} did not start:\n${said}`)));
      });
    },
    close: async () => {
      for (const child of served) if (child.exitCode === null && child.kill()) await once(child, 'exit');
      await run('runtime.mjs', 'stop').catch(() => undefined /* None was started. */);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
