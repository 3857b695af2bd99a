import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localDisk } from './local-disk.ts';
import { Workspace } from './workspace.ts';

const broken = (name = 'a'): string => `name: ${name}\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\n`;

let root: string;
let buffers: Map<string, string>;
let workspace: Workspace;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hermes-workspace-'));
  buffers = new Map();
  workspace = new Workspace({
    textAt: (path) => buffers.get(path),
    pathsBelow: (folder) => [...buffers.keys()].filter((path) => path.startsWith(`${folder}/`)),
    disk: localDisk,
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Does all that is left and answers what was found in each file, the last word of each. */
function settle(): Record<string, string> {
  const found: Record<string, string> = {};
  for (let files = workspace.step(); files !== undefined; files = workspace.step())
    for (const { path, problems } of files) found[relative(root, path)] = problems.map(({ code }) => code).join(' ');
  return found;
}

function touch(...files: readonly string[]): Record<string, string> {
  for (const file of files) workspace.touch(join(root, file));
  return settle();
}

it('knows the agent of one file before the workspace was looked through', () => {
  write('deep/er/agent.yaml', broken());
  write('other/agent.yaml', broken());
  workspace.addRoot(root);
  workspace.describeNear(join(root, 'deep/er/lib/part.py'));
  expect(workspace.agents.map(({ folder }) => relative(root, folder))).toEqual(['deep/er']);
  expect(workspace.checkNear(join(root, 'deep/er/main.py')).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ['missing-entrypoint'],
  ]);
});

it('finds the agent beside a file that lies in no folder of the window', () => {
  write('agent.yaml', broken());
  buffers.set(join(root, 'main.py'), 'def execute(input_data):\n    return {}\n');
  expect(touch('main.py')).toEqual({ 'agent.yaml': '' });
  expect(workspace.agentOf(join(root, 'main.py'))?.descriptor?.value['name']).toBe('a');
});

it('checks what is touched before what was only found, and says nothing twice', () => {
  for (const name of ['a', 'b', 'c']) write(`${name}/agent.yaml`, broken(name));
  workspace.addRoot(root);
  workspace.touch(join(root, 'c/agent.yaml'));
  expect(workspace.step()?.map(({ path }) => relative(root, path))).toEqual(['c/agent.yaml']);
  expect(Object.keys(settle()).toSorted()).toEqual(['a/agent.yaml', 'b/agent.yaml']);
  expect(workspace.step()).toBeUndefined();
});

it('follows a folder of agents that appears, moves and vanishes, though only the folder itself is named', () => {
  workspace.addRoot(root);
  expect(settle()).toEqual({});
  write('new/a/agent.yaml', broken());
  write('new/runtime-config.yaml', 'server: { host: 0.0.0.0 }\n');
  expect(touch('new')).toEqual({ 'new/a/agent.yaml': 'missing-entrypoint', 'new/runtime-config.yaml': 'open-host' });
  renameSync(join(root, 'new'), join(root, 'moved'));
  expect(touch('new', 'moved')).toEqual({
    'new/a/agent.yaml': '',
    'new/runtime-config.yaml': '',
    'moved/a/agent.yaml': 'missing-entrypoint',
    'moved/runtime-config.yaml': 'open-host',
  });
  rmSync(join(root, 'moved'), { recursive: true });
  expect(touch('moved')).toEqual({ 'moved/a/agent.yaml': '', 'moved/runtime-config.yaml': '' });
  expect(workspace.agents).toEqual([]);
});

it('follows a folder of the window that vanishes as a whole, and comes back', () => {
  write('a/agent.yaml', broken());
  workspace.addRoot(root);
  settle();
  rmSync(root, { recursive: true });
  expect(touch('')).toEqual({ 'a/agent.yaml': '' });
  write('a/agent.yaml', broken());
  expect(touch('')).toEqual({ 'a/agent.yaml': 'missing-entrypoint' });
});

it('takes back a double name when one of the two goes', () => {
  write('a/agent.yaml', broken());
  write('b/agent.yaml', broken());
  workspace.addRoot(root);
  expect(settle()['a/agent.yaml']).toBe('duplicate-agent-name missing-entrypoint');
  rmSync(join(root, 'b/agent.yaml'));
  expect(touch('b/agent.yaml')).toEqual({ 'a/agent.yaml': 'missing-entrypoint', 'b/agent.yaml': '' });
});

it('lets the text of an editor win over the disk, also where nothing is saved yet', () => {
  workspace.addRoot(root);
  buffers.set(join(root, 'a/agent.yaml'), broken());
  buffers.set(join(root, 'a/main.py'), 'def execute(input_data):\n    return {}\n');
  expect(touch('a/agent.yaml')).toEqual({ 'a/agent.yaml': '' });
  buffers.delete(join(root, 'a/main.py'));
  expect(touch('a/main.py')).toEqual({ 'a/agent.yaml': 'missing-entrypoint' });
  buffers.delete(join(root, 'a/agent.yaml'));
  expect(touch('a/agent.yaml')).toEqual({ 'a/agent.yaml': '' });
});

it('leaves alone what tools put there, unless it is open', () => {
  write('node_modules/x/agent.yaml', broken());
  workspace.addRoot(root);
  expect(touch('node_modules', 'node_modules/x', 'node_modules/x/agent.yaml')).toEqual({});
  buffers.set(join(root, 'node_modules/x/agent.yaml'), broken());
  expect(touch('node_modules/x/agent.yaml')).toEqual({ 'node_modules/x/agent.yaml': 'missing-entrypoint' });
});

it('keeps the agents of a folder that lies inside one that is closed', () => {
  write('out/agent.yaml', broken('out'));
  write('in/a/agent.yaml', broken());
  workspace.addRoot(root);
  workspace.addRoot(join(root, 'in'));
  settle();
  workspace.removeRoot(root);
  expect(settle()).toEqual({ 'in/a/agent.yaml': 'missing-entrypoint', 'out/agent.yaml': '' });
  expect(workspace.agents.map(({ files }) => files.path)).toEqual(['a']);
});

it('forgets what lies in no folder of the window when its last file is closed, and says nothing of what happens there', () => {
  write('x/agent.yaml', broken());
  write('x/runtime-config.yaml', 'server: { host: 0.0.0.0 }\n');
  expect(touch('x/agent.yaml', 'x/runtime-config.yaml', 'x')).toEqual({});
  for (const name of ['agent.yaml', 'runtime-config.yaml']) buffers.set(join(root, 'x', name), readFileSync(join(root, 'x', name), 'utf8'));
  expect(touch('x/agent.yaml', 'x/runtime-config.yaml')).toEqual({
    'x/agent.yaml': 'missing-entrypoint',
    'x/runtime-config.yaml': 'open-host',
  });
  buffers.clear();
  expect(touch('x/agent.yaml', 'x/runtime-config.yaml')).toEqual({ 'x/agent.yaml': '', 'x/runtime-config.yaml': '' });
});

it('keeps what is open when the folder around it is closed, and takes it back when it is opened again', () => {
  write('a/agent.yaml', broken());
  workspace.addRoot(root);
  settle();
  buffers.set(join(root, 'a/agent.yaml'), broken().replace('1.0.0', 'one'));
  touch('a/agent.yaml');
  workspace.removeRoot(root);
  expect(settle()).toEqual({ 'a/agent.yaml': 'invalid-version missing-entrypoint' });
  workspace.addRoot(root);
  expect(settle()).toEqual({ 'a/agent.yaml': 'invalid-version missing-entrypoint' });
  expect(workspace.agents.map(({ files }) => files.path)).toEqual(['a']);
});

it('looks at nothing again but the code that somebody types in', () => {
  const code = (name: string): string => `def execute(input_data):\n    ${name} = 1\n    return {}\n`;
  write('a/agent.yaml', broken('a'));
  write('a/main.py', code('one'));
  write('b/agent.yaml', broken('b'));
  write('b/main.py', code('one'));
  workspace.addRoot(root);
  settle();
  const [a, b] = ['a', 'b'].map((name) => workspace.agents.find(({ folder }) => folder === join(root, name)));
  const before = { descriptor: a?.descriptor, beside: a?.checked?.besideCode, other: b?.checked };
  buffers.set(join(root, 'a/main.py'), code('two'));
  workspace.type(join(root, 'a/main.py'));
  expect(settle()).toEqual({ 'a/agent.yaml': '' });
  expect(a?.descriptor).toBe(before.descriptor);
  expect(a?.checked?.besideCode).toBe(before.beside);
  expect(b?.checked).toBe(before.other);
  buffers.set(join(root, 'a/main.py'), 'def run(input_data):\n    return {}\n');
  workspace.type(join(root, 'a/main.py'));
  expect(settle()).toEqual({ 'a/agent.yaml': '', 'a/main.py': 'missing-execute' });
  // A change of the descriptor is another matter.
  write('a/agent.yaml', broken('a').replace('main.py', 'other.py'));
  expect(touch('a/agent.yaml')).toEqual({ 'a/agent.yaml': 'missing-entrypoint', 'a/main.py': '' });
  expect(b?.checked).toBe(before.other);
});
