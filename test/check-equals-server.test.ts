import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Problem } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { servedProblems } from './served-problems.ts';
import { buildWorker, sendFolder, startWorker } from './worker-server.ts';

const root = join(import.meta.dirname, '..');
const worker = buildWorker();
/** What is installed on this machine, which a worker cannot see. */
const ofMachine: ReadonlySet<string> = new Set(['missing-dependency', 'wrong-dependency-version']);

/** What `hermes-runtime check FOLDER --json` prints. */
function checked(folder: string): readonly Problem[] {
  const { stdout } = spawnSync(process.execPath, [join(root, 'runtime/src/cli/main.ts'), 'check', folder, '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LANG: 'C', LC_ALL: 'C' },
  });
  return (JSON.parse(stdout) as { problems: Problem[] }).problems;
}

/** What the language server publishes over stdio for the same folder. */
async function served(folder: string): Promise<readonly Problem[]> {
  const server = spawn(process.execPath, [join(root, 'server/src/main.ts'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  return servedProblems(connection, { uri: pathToFileURL(folder).href, pathOf: (uri) => relative(folder, fileURLToPath(uri)) });
}

/** What it publishes in a web worker, for the same files in a virtual file system. */
async function servedInWorker(folder: string): Promise<readonly Problem[]> {
  const { connection, stop } = startWorker(await worker);
  const uriOf = (path: string): string => pathToFileURL(path).href.replace('file://', 'memfs:');
  try {
    return await servedProblems(connection, {
      uri: uriOf(folder),
      pathOf: (uri) => relative(folder, fileURLToPath(uri.replace('memfs:', 'file://'))),
      tell: async () => sendFolder(connection, folder, uriOf),
    });
  } finally {
    await stop();
  }
}

/** Every folder of samples and of fixtures that has agents, and each fixture by itself. */
function trees(): readonly string[] {
  const tops = ['agents-sample', 'contract/testdata', 'runtime/testdata', 'runtime/src/testdata'].map((folder) => join(root, folder));
  return tops.filter((folder) => existsSync(folder) && holdsAgents(folder));
}

function holdsAgents(folder: string): boolean {
  return readdirSync(folder, { recursive: true }).some((file) => /(?:^|\/)(?:agent|runtime-config)\.ya?ml$/.test(String(file)));
}

test.each(trees().map((folder) => [relative(root, folder), folder] as const))(
  'check and the language server say the same about %s, and so does the server in a web worker',
  async (_name, folder) => {
    const ofCheck = checked(folder);
    expect(ofCheck.length).toBeGreaterThan(0);
    const [ofServer, ofWorker] = await Promise.all([served(folder), servedInWorker(folder)]);
    const print = (problems: readonly Problem[]): string => JSON.stringify(problems, undefined, 2);
    expect(print(ofServer)).toBe(print(ofCheck));
    expect(print(ofWorker)).toBe(print(ofCheck.filter(({ code }) => !ofMachine.has(code))));
  },
);

test('nothing of Node reaches the server in a web worker', async () => {
  const { code, metafile } = await worker;
  const inputs = Object.entries(metafile.inputs);
  expect(inputs.length).toBeGreaterThan(100);
  const loaded = inputs.flatMap(([file, { imports }]) => imports.map(({ path }) => ({ file, path })));
  expect(loaded.filter(({ path }) => isBuiltin(path))).toEqual([]);
  console.log(`server.web.js ${(code.length / 1024).toFixed(0)} KiB, ${(gzipSync(code).length / 1024).toFixed(0)} KiB on its way`);
});

test('each folder of broken samples has the one problem that it is named after', () => {
  const folder = join(root, 'agents-sample/broken');
  const problems = checked(folder);
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const found = names.map((name) => [name, problems.filter(({ path }) => path.startsWith(`${name}/`)).map(({ code }) => code)]);
  expect(found).toEqual(names.map((name) => [name, [name]]));
});

test('the samples that are not broken have no error', () => {
  const names = execFileSync('git', ['ls-files', 'agents-sample/*/agent.yaml'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  for (const name of names.filter((path) => path.split('/').length === 3)) {
    const folder = join(root, name, '..');
    expect(readFileSync(join(root, name), 'utf8')).not.toBe('');
    expect([name, checked(folder).filter(({ severity }) => severity === 'error')]).toEqual([name, []]);
  }
});
