import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type Program = {
  readonly child: ChildProcess;
  /** Resolves with what standard error said when it has said this. */
  readonly says: (text: string) => Promise<string>;
  readonly ended: Promise<Ended>;
};

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

export type Served = Program & {
  readonly url: string;
  readonly ask: (token: string | undefined, method: string, path: string, body?: unknown) => Promise<Answer>;
};

export type World = {
  readonly folder: string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** `hermes-orchestrator`, to its end. */
  readonly run: (...args: readonly string[]) => Promise<Ended>;
  /** A token of these scopes. */
  readonly token: (name: string, scopes: string) => Promise<string>;
  /** Starts `hermes-orchestrator serve` on a free port; resolves once it serves. */
  readonly serve: (config?: string, env?: Readonly<Record<string, string>>, args?: readonly string[], server?: string) => Promise<Served>;
  /** Starts a `hermes-runtime serve` with folders of its own; resolves once it serves. */
  readonly serveRuntime: (port?: number) => Promise<Served & { readonly port: number }>;
};

const room = join(import.meta.dirname, '..');
const programs = {
  orchestrator: join(room, 'src/cli/main.ts'),
  runtime: join(room, '../runtime/src/cli/main.ts'),
} as const;

/** The token of every runtime here. */
export const runtimeToken = 'the-token-of-the-runtime';

/** Says "one", asks the gate, and says "two" when it has answered: an attempt runs for as long as a test wants. */
export const gated: Readonly<Record<string, string>> = {
  'runtime-agents/gated/agent.yaml': `name: gated
version: 1.0.0
input_schema: { type: object, properties: { gate: { type: string }, key: { type: string, writeOnly: true } } }
runtime: { type: nodejs, entrypoint: main.mjs }
timeout_seconds: 600
retry: { max_attempts: 2, initial_delay_seconds: 0.1 }
`,
  'runtime-agents/gated/main.mjs': `export async function execute({ gate, key = '' }) {
  console.log('one');
  const answer = await fetch(gate, { headers: { 'x-key': key } });
  console.log('two ' + key);
  if (answer.status !== 200) throw new Error('the gate said ' + answer.status);
  return { ok: true, length: key.length };
}
`,
};

export const echo: Readonly<Record<string, string>> = {
  'agents/echo/agent.yaml': 'name: echo\nversion: 1.0.0\nruntime: { type: nodejs, entrypoint: main.mjs }\n',
  'agents/echo/main.mjs': 'export function execute(input) {\n  console.log("echoing");\n  return input;\n}\n',
};

/** Real processes with folders of their own; none is left behind. */
export function orchestratorWorlds(): { readonly world: (files?: Readonly<Record<string, string>>) => World } {
  const folders: string[] = [];
  const running: Program[] = [];
  afterEach(async () => {
    const ended = running.splice(0).map(async ({ child, ended: end }) => {
      child.kill('SIGKILL');
      await end;
    });
    await Promise.all(ended);
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return {
    world: (files = echo) => {
      const folder = mkdtempSync(join(tmpdir(), 'hermes-orc-'));
      folders.push(folder);
      const write: World['write'] = (all) => writeFiles(folder, all);
      write(files);
      const start = (program: keyof typeof programs, args: readonly string[], env: Readonly<Record<string, string>> = {}): Program => {
        const started = startProgram(programs[program], args, folder, { ...environmentOf(folder, program), ...env });
        running.push(started);
        return started;
      };
      const run: World['run'] = async (...args) => start('orchestrator', args).ended;
      return {
        folder,
        write,
        run,
        token: async (name, scopes) => (await run('token', 'create', '--name', name, '--scopes', scopes)).stdout.trim(),
        serve: async (config = '', env = {}, args = [], server = 'server: { port: 0 }\n') => {
          write({ 'orchestrator-config.yaml': `${server}agents: { search_path: ./agents }\n${config}` });
          return served(start('orchestrator', ['serve', '--config', 'orchestrator-config.yaml', ...args], env));
        },
        serveRuntime: async (port = 0) => {
          write({ 'runtime-config.yaml': `server: { port: ${port} }\nagent: { search_path: ./runtime-agents }\n` });
          const program = await served(start('runtime', ['serve', '--config', 'runtime-config.yaml'], { HERMES_TOKEN: runtimeToken }));
          return { ...program, port: Number(new URL(program.url).port) };
        },
      };
    },
  };
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function environmentOf(folder: string, program: string): Record<string, string> {
  const own = join(folder, program);
  mkdirSync(join(own, 'run'), { recursive: true, mode: 0o700 });
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: join(own, 'home'),
    LANG: 'en_US.UTF-8',
    XDG_RUNTIME_DIR: join(own, 'run'),
    XDG_DATA_HOME: join(own, 'data'),
    XDG_STATE_HOME: join(own, 'state'),
  };
}

async function served(program: Program): Promise<Served> {
  await program.says('Log: ');
  const url = /Serving on (\S+)/.exec(await program.says('Serving on '))?.[1] ?? '';
  return { ...program, url, ask: (token, method, path, body) => ask(url, token, method, path, body) };
}

async function ask(url: string, token: string | undefined, method: string, path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
}

function startProgram(entry: string, args: readonly string[], cwd: string, env: Record<string, string>): Program {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], { cwd, env, stdio: 'pipe' });
  let [stdout, stderr] = ['', ''];
  const waiting: { readonly text: string; readonly resolve: (all: string) => void }[] = [];
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    for (const waiter of waiting) if (stderr.includes(waiter.text)) waiter.resolve(stderr);
  });
  child.stdin.end();
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
