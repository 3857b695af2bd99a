import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { interleaved, printTable, timed } from './figures.ts';

const root = join(import.meta.dirname, '..');
const program = join(root, 'client/dist/runtime.mjs');
const { values } = parseArgs({ options: { n: { type: 'string', default: '40' } } });
const rounds = Number(values.n);

const home = mkdtempSync(join(tmpdir(), 'hermes-bench-'));
const env = { ...process.env, XDG_RUNTIME_DIR: join(home, 'run'), XDG_DATA_HOME: join(home, 'data'), XDG_STATE_HOME: join(home, 'state') };
mkdirSync(env.XDG_RUNTIME_DIR, { mode: 0o700 });
const agents = join(home, 'agents');

const sources: Readonly<
  Record<string, { readonly type: string; readonly file: string; readonly code: string; readonly bare: readonly string[] }>
> = {
  python: {
    type: 'python',
    file: 'main.py',
    code: 'def execute(input_data):\n    return {"n": 1}\n',
    bare: ['python3', '-I', '-S', '-c', 'pass'],
  },
  nodejs: {
    type: 'nodejs',
    file: 'main.mjs',
    code: 'export function execute() {\n  return { n: 1 };\n}\n',
    bare: [process.execPath, '-e', '0'],
  },
  shell: { type: 'shell', file: 'main.sh', code: '#!/bin/sh\necho \'{"n": 1}\'\n', bare: ['sh', '-c', ':'] },
};

function writeAgent(name: string): string {
  const { type = '', file = '', code = '' } = sources[name] ?? {};
  const folder = join(agents, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'agent.yaml'), `name: bench-${name}\nversion: 1.0.0\nruntime:\n  type: ${type}\n  entrypoint: ${file}\n`);
  writeFileSync(join(folder, file), code, { mode: 0o755 });
  return folder;
}

/** One request over the runtime's socket; the POST is answered by the task's own event stream, so its end is the task's end. */
function call(method: string, path: string, body: unknown, accept: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = { host: 'runtime', accept, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const socketPath = join(env.XDG_RUNTIME_DIR, 'hermes-runtime/runtime.sock');
    const sent = request({ socketPath, method, path, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
      response.on('end', () => resolve(answer));
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

async function runTask(name: string, folder: string): Promise<void> {
  const body = { agent_name: `bench-${name}`, agent_path: folder, input: {} };
  const events = await call('POST', '/api/v1/tasks', body, 'text/event-stream');
  if (!events.includes('event: task.succeeded')) throw new Error(`${name} did not succeed:\n${events}`);
}

function bare([program_ = '', ...args]: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program_, args, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', () => resolve());
  });
}

const hermes = (...args: readonly string[]): number | null =>
  spawnSync(process.execPath, [program, ...args], { env, stdio: 'ignore' }).status;

try {
  console.log('start: command → runtime answers, and its memory when idle');
  const start = await interleaved(5, {
    'bare node -e 0': () => timed(() => bare([process.execPath, '-e', '0'])),
    'hermes-runtime --version': () => timed(() => bare([process.execPath, program, '--version'])),
    'daemon started and connected': async () => {
      hermes('stop');
      return timed(async () => hermes('daemon', '--ensure'));
    },
  });
  printTable(start);
  const { pid } = JSON.parse(await call('GET', '/api/v1/runtime', {}, 'application/json')) as { pid: number };
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  console.log(`idle runtime: ${(Number(rss) / 1024).toFixed(0)} MiB resident\n`);

  for (const [name, { file, code, bare: floor }] of Object.entries(sources)) {
    const folder = writeAgent(name);
    await call('PUT', '/api/v1/roots', { path: agents }, 'application/json');
    console.log(`${name}: a task over HTTP, durable, traced, in a fresh sandboxed process`);
    let turn = 0;
    const series = await interleaved(rounds, {
      [`bare spawn of ${floor[0]?.split('/').at(-1)}`]: () => timed(() => bare(floor)),
      'warm task': () => timed(() => runTask(name, folder)),
      'task right after a save': async () => {
        turn += 1;
        writeFileSync(join(folder, file), `${code}${name === 'nodejs' ? '//' : '#'} ${turn}\n`, { mode: 0o755 });
        return timed(() => runTask(name, folder));
      },
    });
    printTable(series);
  }
  hermes('stop');
  const cold = await interleaved(5, {
    'bare python3': () => timed(() => bare(['python3', '-I', '-S', '-c', 'pass'])),
    'hermes-runtime run, nothing running before': async () => {
      hermes('stop');
      return timed(async () => hermes('run', join(agents, 'python'), '--input', '{}'));
    },
    'hermes-runtime run, runtime up': () => timed(async () => hermes('run', join(agents, 'python'), '--input', '{}')),
  });
  console.log('cold: the whole command line');
  printTable(cold);

  for (const [what, path, limit] of [
    ['hermes-runtime.vsix', 'hermes-runtime.vsix', 1536],
    ['extension.cjs', 'client/dist/extension.cjs', 30],
    ['server.mjs', 'client/dist/server.mjs', 800],
  ] as const) {
    const size = statSync(join(root, path), { throwIfNoEntry: false })?.size;
    console.log(`${what}: ${size === undefined ? 'not built (npm run package)' : `${(size / 1024).toFixed(1)} KiB of ${limit}`}`);
  }
} finally {
  hermes('stop');
  rmSync(home, { recursive: true, force: true });
}
