import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const program = path.resolve(import.meta.dirname, '../../orchestrator/src/cli/main.ts');

/** A real orchestrator in a process of its own, with folders of its own. */
export type Orchestrator = {
  readonly url: string;
  readonly token: string;
  /** As when its machine goes down; `start` brings it back at the same address. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function startOrchestrator(): Promise<Orchestrator> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hr-orc-'));
  const env = environmentOf(folder);
  const serve = async (port: number): Promise<Serving> => {
    writeFileSync(path.join(folder, 'orchestrator-config.yaml'), `server: { port: ${port} }\nagents: { search_path: ./agents }\n`);
    return serving(folder, env);
  };
  let running = await serve(0);
  const { url } = running;
  const args = [program, 'token', 'create', '--name', 'editor', '--scopes', 'read,run,push'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  const stop = async (): Promise<void> => {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return {
    url,
    token: stdout.trim(),
    stop,
    start: async () => void (running = await serve(Number(new URL(url).port))),
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Serving = { readonly child: ChildProcess; readonly url: string };

async function serving(folder: string, env: Record<string, string>): Promise<Serving> {
  const child = spawn(process.execPath, [program, 'serve', '--config', 'orchestrator-config.yaml'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Serving on (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', () => reject(new Error(`the orchestrator ended: ${said}`)));
  });
  return { child, url };
}

function environmentOf(folder: string): Record<string, string> {
  mkdirSync(path.join(folder, 'run'), { mode: 0o700 });
  mkdirSync(path.join(folder, 'agents'));
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    LANG: 'en_US.UTF-8',
    XDG_RUNTIME_DIR: path.join(folder, 'run'),
    XDG_DATA_HOME: path.join(folder, 'data'),
    XDG_STATE_HOME: path.join(folder, 'state'),
  };
}
