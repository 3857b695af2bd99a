import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { agentYaml, mainPy, writeFiles } from '../../testdata/api-world.ts';
import { systemClock } from '../daemon/system-clock.ts';
import type { AgentEvent } from '../engine/engine.ts';
import { createLog } from '../logging/log.ts';
import type { AgentVersion, LoadOutcome } from '../ports.ts';
import { agentSummary } from './agent-summary.ts';
import { Registry, type RegistryDeps } from './registry.ts';

type World = {
  readonly root: string;
  readonly registry: Registry;
  readonly events: readonly AgentEvent[];
  readonly log: readonly string[];
  readonly retired: readonly string[];
  /** Resolves with the next event of a type. */
  readonly next: (type: AgentEvent['type']) => Promise<AgentEvent>;
};

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function world(
  files: Readonly<Record<string, string>>,
  options: Partial<RegistryDeps> & { load?: (agent: AgentVersion) => LoadOutcome } = {},
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-registry-'));
  const root = join(folder, 'agents');
  mkdirSync(root);
  writeFiles(root, files);
  const [events, log, retired]: [AgentEvent[], string[], string[]] = [[], [], []];
  const waiting: { type: string; resolve: (event: AgentEvent) => void }[] = [];
  const registry = new Registry({
    runner: {
      load: async (agent) => options.load?.(agent) ?? { status: 'loaded' },
      retire: (digest) => {
        retired.push(digest);
      },
    },
    snapshots: join(folder, 'snapshots'),
    clock: systemClock,
    log: createLog({ write: (line) => log.push(line) }, 'debug'),
    allowedRuntimes: ['python', 'nodejs', 'shell'],
    hotReload: false,
    record: (event) => {
      events.push(event);
      for (const waiter of waiting.splice(0)) {
        if (waiter.type === event.type) waiter.resolve(event);
        else waiting.push(waiter);
      }
    },
    ...options,
  });
  cleanups.push(async () => {
    await registry.close();
    rmSync(folder, { recursive: true, force: true });
  });
  registry.addRoot(root);
  await registry.settled();
  const next = (type: AgentEvent['type']): Promise<AgentEvent> => new Promise((resolve) => waiting.push({ type, resolve }));
  return { root, registry, events, log, retired, next };
}

const one = { 'one/agent.yaml': agentYaml('one'), 'one/main.py': mainPy };

function importError(file: string): LoadOutcome {
  return {
    status: 'rejected',
    failure: { code: 'import_error', message: "No module named 'cgi'", exception_type: 'ModuleNotFoundError', at: { file, line: 3 } },
  };
}

test('finds agents at any depth, and not in folders of tools', async () => {
  const { registry } = await world({
    ...one,
    'deep/er/two/agent.yml': agentYaml('two'),
    'deep/er/two/main.py': mainPy,
    'node_modules/x/agent.yaml': agentYaml('x'),
    '.venv/y/agent.yaml': agentYaml('y'),
    'dist/z/agent.yaml': agentYaml('z'),
  });
  expect(registry.entries.map(({ name = '' }) => name).toSorted()).toEqual(['one', 'two']);
});

test('a foreign agent.yaml is nobody we serve, list or speak of, until it becomes ours', async () => {
  const it = await world({ 'x/agent.yaml': 'apiVersion: v1\nkind: Agent\nmetadata: { name: x }\n' }, { hotReload: true });
  expect([it.registry.entries, it.events]).toEqual([[], []]);
  const loaded = it.next('agent.loaded');
  writeFiles(it.root, { 'x/main.py': mainPy, 'x/agent.yaml': agentYaml('x') });
  expect(await loaded).toMatchObject({ agent: { name: 'x' } });
});

test('an agent whose descriptor is wrong is listed and refused by its name, and its language is not guessed', async () => {
  const wrong = agentYaml('one').replace('python', 'pyhton');
  const { registry, events } = await world({ 'folder/agent.yaml': wrong, 'folder/main.py': mainPy });
  const [entry] = registry.entries;
  expect(entry && agentSummary(entry, {}, 'job-only')).toMatchObject({ name: 'one', language: 'unknown', status: 'rejected' });
  expect(registry.find('one')).toMatchObject({ status: 'unusable', failure: { message: expect.stringContaining('python') as string } });
  expect(events).toMatchObject([{ type: 'agent.rejected', name: 'one' }]);
});

test('a save that has emptied the descriptor half-way does not take the agent away', async () => {
  const it = await world(one, { hotReload: true });
  const rejected = it.next('agent.rejected');
  writeFileSync(join(it.root, 'one/agent.yaml'), '');
  expect(await rejected).toMatchObject({
    name: 'one',
    failure: { message: expect.stringContaining('no longer describes an agent') as string },
  });
  expect(it.registry.find('one').status).toBe('found');
});

test('a runner that throws is a failure in words, and what serves goes on serving', async () => {
  const it = await world(one, {
    hotReload: true,
    load: ({ file }) => {
      if (file.version === '1.0.0') return { status: 'loaded' };
      throw new Error('no such luck');
    },
  });
  const rejected = it.next('agent.rejected');
  writeFileSync(join(it.root, 'one/agent.yaml'), agentYaml('one').replace('1.0.0', '2.0.0'));
  expect(await rejected).toMatchObject({ failure: { code: 'internal', message: expect.stringContaining('no such luck') as string } });
  expect(it.registry.find('one').status).toBe('found');
});

test('keeps serving the last good version when a save does not load, and tells the real error', async () => {
  const it = await world(one, {
    hotReload: true,
    load: ({ file }) => (file.version === '1.0.0' ? { status: 'loaded' } : importError('main.py')),
  });
  const good = it.registry.find('one');
  const rejected = it.next('agent.rejected');
  writeFileSync(join(it.root, 'one/agent.yaml'), agentYaml('one').replace('1.0.0', '2.0.0'));
  expect(await rejected).toMatchObject({
    failure: { exception_type: 'ModuleNotFoundError', at: { file: 'main.py', line: 3 } },
    name: 'one',
  });
  expect(it.registry.find('one')).toEqual(good);
  const back = it.next('agent.reloaded');
  writeFileSync(join(it.root, 'one/agent.yaml'), agentYaml('one'));
  await back;
  expect(it.registry.find('one')).toEqual(good);
});

test('a save is what the next task gets, even before the watcher has noticed', async () => {
  const it = await world(one, { hotReload: true });
  writeFileSync(join(it.root, 'one/agent.yaml'), agentYaml('one').replace('1.0.0', '1.1.0'));
  await it.registry.fresh('one');
  expect(it.registry.find('one')).toMatchObject({ status: 'found', agent: { file: { version: '1.1.0' } } });
  expect(it.retired).toHaveLength(1);
});

test('a save that the watcher noticed and that is still loading is what the next task gets', async () => {
  const gate = Promise.withResolvers<void>();
  const loading = Promise.withResolvers<void>();
  let loads = 0;
  const load = async (): Promise<LoadOutcome> => {
    loads += 1;
    if (loads === 2) {
      loading.resolve();
      await gate.promise;
    }
    return { status: 'loaded' };
  };
  const it = await world(one, { hotReload: true, runner: { load, retire: () => undefined } });
  writeFileSync(join(it.root, 'one/agent.yaml'), agentYaml('one').replace('1.0.0', '1.1.0'));
  await loading.promise;
  const fresh = it.registry.fresh('one');
  gate.resolve();
  await fresh;
  expect(it.registry.find('one')).toMatchObject({ agent: { file: { version: '1.1.0' } } });
});

test('with hot_reload off a save changes nothing', async () => {
  const it = await world(one);
  writeFileSync(join(it.root, 'one/agent.yaml'), agentYaml('one').replace('1.0.0', '1.1.0'));
  await it.registry.fresh('one');
  expect(it.registry.find('one')).toMatchObject({ agent: { file: { version: '1.0.0' } } });
});

test('an agent with an error in its descriptor is not loaded, and says where', async () => {
  const { registry, events } = await world({ 'one/agent.yaml': agentYaml('one'), 'one/main.py': 'x = 1\n' });
  expect(registry.find('one')).toMatchObject({ status: 'unusable', failure: { code: 'no_execute' } });
  expect(events.map(({ type }) => type)).toEqual(['agent.rejected']);
});

test('a runtime type that the configuration does not allow is refused in the words of the original', async () => {
  const shell = 'name: cleanup\nversion: 1.0.0\nruntime: { type: shell, entrypoint: main.sh }\n';
  const it = await world({ 's/agent.yaml': shell, 's/main.sh': 'echo {}\n' }, { allowedRuntimes: ['python', 'nodejs'] });
  const lines = it.log.filter((line) => line.includes('"level":"error"'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('Agent cleanup uses forbidden runtime shell');
  expect(it.registry.find('cleanup').status).toBe('unusable');
});

test('an agent that waits for its dependencies loads after they were installed', async () => {
  let installed = false;
  const waiting: LoadOutcome = {
    status: 'waiting',
    waiting_for: 'dependencies',
    missing: ['requests==2.31.0'],
    failure: { code: 'dependencies_missing', message: 'needs requests' },
  };
  const it = await world(one, { load: () => (installed ? { status: 'loaded' } : waiting) });
  expect(it.registry.find('one')).toMatchObject({ status: 'unusable', failure: { code: 'dependencies_missing' } });
  installed = true;
  await it.registry.reload(join(it.root, 'one'));
  expect(it.registry.find('one').status).toBe('found');
});

test('an installation for one agent loads the others that waited for the same', async () => {
  let installed = false;
  const waiting: LoadOutcome = {
    status: 'waiting',
    waiting_for: 'dependencies',
    missing: [],
    failure: { code: 'dependencies_missing', message: '' },
  };
  const two = { 'two/agent.yaml': agentYaml('two'), 'two/main.py': mainPy };
  const it = await world({ ...one, ...two }, { load: () => (installed ? { status: 'loaded' } : waiting) });
  installed = true;
  await it.registry.reload(join(it.root, 'one'));
  expect(it.registry.find('two').status).toBe('found');
});

test('a folder that goes away takes its agent along; one that comes brings one', async () => {
  const it = await world(one, { hotReload: true });
  const removed = it.next('agent.removed');
  rmSync(join(it.root, 'one'), { recursive: true });
  expect(await removed).toMatchObject({ name: 'one' });
  expect(it.registry.find('one')).toEqual({ status: 'missing', known: [] });
  writeFiles(it.root, { 'two/agent.yaml': agentYaml('two'), 'two/main.py': mainPy });
  await it.registry.fresh('two');
  expect(it.registry.find('two').status).toBe('found');
});

test('a version that was served once is still there for a task of an earlier process', async () => {
  const it = await world(one, { hotReload: true });
  const found = it.registry.find('one');
  if (found.status !== 'found') throw new Error('not loaded');
  writeFileSync(join(it.root, 'one/agent.yaml'), agentYaml('one').replace('1.0.0', '9.0.0'));
  await it.registry.fresh('one');
  expect(it.registry.version(found.agent.ref)).toMatchObject({
    ref: found.agent.ref,
    file: { version: '1.0.0' },
    snapshot: found.agent.snapshot,
  });
  expect(it.registry.version({ ...found.agent.ref, digest: '0'.repeat(64) })).toBeUndefined();
  expect(it.registry.version({ ...found.agent.ref, digest: '../../etc' })).toBeUndefined();
});

test('an editor that saves by renaming is noticed like any other', async () => {
  const it = await world(one, { hotReload: true });
  const reloaded = it.next('agent.reloaded');
  writeFileSync(join(it.root, 'one/.agent.yaml.tmp'), agentYaml('one').replace('1.0.0', '1.0.1'));
  renameSync(join(it.root, 'one/.agent.yaml.tmp'), join(it.root, 'one/agent.yaml'));
  expect(await reloaded).toMatchObject({ agent: { version: '1.0.1' } });
});
