import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskWorkspace } from '../testing/disk-workspace.ts';

const descriptor = (name: string): string => `name: ${name}
version: 1.0.0
input_schema: { type: object, properties: { city: { type: string } } }
runtime: { type: python, entrypoint: main.py }
`;
const code = (key = 'city'): string => `def execute(input_data):\n    return {"city": input_data["${key}"]}\n`;

let disk: DiskWorkspace;
beforeEach(() => {
  disk = new DiskWorkspace();
});
afterEach(() => disk.close());

function writeAgent(folder: string, name: string, key?: string): void {
  disk.write(`${folder}/agent.yaml`, descriptor(name));
  disk.write(`${folder}/main.py`, code(key));
}

/** What is wrong in files, without those where nothing is. */
function wrong(): Record<string, string> {
  return Object.fromEntries(Object.entries(disk.said).filter(([, codes]) => codes !== ''));
}

const folderOf = (index: number): string => `team-${index % 7}/group-${index % 3}/agent-${index}`;

/** So many agents, of which one in fifty reads a field that is not there, and ten other files beside each. */
function openAgents(count: number): void {
  for (let index = 0; index < count; index += 1) {
    writeAgent(folderOf(index), `agent-${index}`, index % 50 === 7 ? 'citx' : 'city');
    for (let file = 0; file < 8; file += 1) disk.write(`${folderOf(index)}/data/${file}.txt`, 'x');
    disk.write(`team-${index % 7}/node_modules/package-${index}/agent.yaml`, descriptor('not-ours'));
    disk.write(`foreign/${index}/agent.yaml`, 'apiVersion: v1\nkind: Agent\nmetadata: { name: x }\n');
  }
  disk.workspace.addRoot(disk.folder);
  disk.settle();
}

describe('agents among ten times as many other files', () => {
  it('have the right problems though no file is open, and go on having them while files come, move and go', () => {
    openAgents(200);
    const mistakes = [7, 57, 107, 157].map((index) => [`${folderOf(index)}/main.py`, 'unknown-input-key'] as const);
    expect(wrong()).toEqual(Object.fromEntries(mistakes));
    expect(disk.workspace.agents).toHaveLength(200);

    disk.move(folderOf(7), 'moved');
    disk.remove(`${folderOf(1)}/main.py`);
    writeAgent('team-0/new', 'agent-2');
    disk.changed(folderOf(7), 'moved', `${folderOf(1)}/main.py`, 'team-0/new');
    expect(wrong()).toEqual({
      ...Object.fromEntries(mistakes.slice(1)),
      'moved/main.py': 'unknown-input-key',
      [`${folderOf(1)}/agent.yaml`]: 'missing-entrypoint',
      [`${folderOf(2)}/agent.yaml`]: 'duplicate-agent-name',
      'team-0/new/agent.yaml': 'duplicate-agent-name',
    });

    disk.remove('team-0');
    disk.changed('team-0');
    expect(Object.keys(wrong()).filter((file) => file.startsWith('team-0/'))).toEqual([]);
    expect(wrong()).not.toHaveProperty(`${folderOf(2)}/agent.yaml`);
  });

  it('are not looked at again when one of them changes, by what is typed or by a file that it imports', () => {
    openAgents(20);
    const checks = new Map(disk.workspace.agents.map(({ folder, checked }) => [folder, checked]));
    const again = (): string[] =>
      disk.workspace.agents.flatMap(({ folder, checked }) =>
        checks.get(folder) === checked ? [] : [folder.slice(disk.folder.length + 1)],
      );
    const typed = folderOf(3);
    expect(disk.type(`${typed}/main.py`, code().replace('return', 'x = 1\n    return'))).toEqual({ [`${typed}/agent.yaml`]: '' });
    expect(disk.type(`${typed}/agent.yaml`, descriptor('agent-3').replace('city:', 'town:'))).toMatchObject({
      [`${typed}/main.py`]: 'unknown-input-key',
    });
    expect(again()).toEqual([typed]);
    disk.write(`${folderOf(4)}/lib/part.py`, 'x = 1\n');
    expect(disk.changed(`${folderOf(4)}/lib/part.py`)).toEqual({ [`${folderOf(4)}/agent.yaml`]: '' });
    expect(again().toSorted()).toEqual([typed, folderOf(4)].toSorted());
    // What no agent has is nobody's affair.
    expect(disk.changed(`foreign/7/agent.yaml`, 'foreign/7/notes.txt', 'team-1/README.md')).toEqual({ 'foreign/7/agent.yaml': '' });
    expect(again()).toHaveLength(2);
  });
});

it('has the agents of several folders side by side, each by its own paths, and two of one name where they do not meet', () => {
  writeAgent('one/a', 'same');
  writeAgent('two/a', 'same', 'citx');
  writeAgent('two/deep/in/b', 'same');
  for (const folder of ['one', 'two', 'two/deep']) disk.workspace.addRoot(disk.at(folder));
  disk.settle();
  expect(wrong()).toEqual({
    'two/a/agent.yaml': 'duplicate-agent-name',
    'two/deep/in/b/agent.yaml': 'duplicate-agent-name',
    'two/a/main.py': 'unknown-input-key',
  });
  expect(disk.workspace.agents.map(({ files }) => files.path).toSorted()).toEqual(['a', 'a', 'deep/in/b']);
  disk.workspace.removeRoot(disk.at('two'));
  disk.settle();
  expect(wrong()).toEqual({});
  expect(disk.workspace.agents.map(({ files }) => files.path).toSorted()).toEqual(['a', 'in/b']);
});

it('follows a descriptor that is called otherwise, and one that takes the place of another', () => {
  writeAgent('a', 'a', 'citx');
  disk.write('a/agent.yaml', descriptor('a').replace('1.0.0', 'one'));
  disk.workspace.addRoot(disk.folder);
  disk.settle();
  expect(wrong()).toEqual({ 'a/agent.yaml': 'invalid-version', 'a/main.py': 'unknown-input-key' });
  disk.move('a/agent.yaml', 'a/agent.yml');
  disk.changed('a/agent.yaml', 'a/agent.yml');
  expect(wrong()).toEqual({ 'a/agent.yml': 'invalid-version', 'a/main.py': 'unknown-input-key' });
  // Of two the first counts; the runtime reads it so as well.
  disk.write('a/agent.yaml', descriptor('other').replace('city:', 'citx:'));
  disk.changed('a/agent.yaml');
  expect(wrong()).toEqual({});
  expect(disk.agent('a')?.descriptor?.value['name']).toBe('other');
  disk.remove('a/agent.yaml');
  disk.changed('a/agent.yaml');
  expect(wrong()).toEqual({ 'a/agent.yml': 'invalid-version', 'a/main.py': 'unknown-input-key' });
  disk.remove('a/agent.yml');
  disk.changed('a/agent.yml');
  expect(wrong()).toEqual({});
  expect(disk.workspace.agents).toEqual([]);
});

it('believes an open buffer and not the disk, until it is closed', () => {
  writeAgent('a', 'a');
  disk.workspace.addRoot(disk.folder);
  disk.settle();
  disk.buffers.set('a/main.py', code('citx'));
  expect(disk.changed('a/main.py')).toMatchObject({ 'a/main.py': 'unknown-input-key' });
  disk.write('a/main.py', 'def run(input_data):\n    return {}\n');
  expect(disk.changed('a/main.py')).toMatchObject({ 'a/main.py': 'unknown-input-key' });
  disk.buffers.delete('a/main.py');
  expect(disk.changed('a/main.py')).toMatchObject({ 'a/main.py': 'missing-execute' });
  disk.buffers.set('a/agent.yaml', descriptor('a').replace('main.py', 'other.py'));
  expect(disk.changed('a/agent.yaml')).toEqual({ 'a/agent.yaml': 'missing-entrypoint', 'a/main.py': '' });
  disk.remove('a/agent.yaml');
  expect(disk.changed('a/agent.yaml')).toEqual({ 'a/agent.yaml': 'missing-entrypoint' });
  disk.buffers.clear();
  expect(disk.changed('a/agent.yaml')).toEqual({ 'a/agent.yaml': '' });
  expect(disk.workspace.agents).toEqual([]);
});

it('finds the agents whose descriptors have a word without a look at any other, as they are now', () => {
  for (let index = 0; index < 30; index += 1) writeAgent(folderOf(index), `agent-${index}`);
  disk.write('caller/agent.yaml', 'name: caller\nversion: 1.0.0\nsteps: [ { id: a, agent: "agent-7", input: {} } ]\n');
  disk.write('escaped/agent.yaml', 'name: escaped\nversion: 1.0.0\nsteps: [ { id: a, agent: "agent\\x2d7", input: {} } ]\n');
  disk.workspace.addRoot(disk.folder);
  const find = (word: string): string[] => {
    const finding = disk.workspace.findSaying([word]);
    let done = finding.next().done ?? false;
    while (!done) done = finding.next().done ?? false;
    return disk.workspace.agents.map(({ descriptor }) => String(descriptor?.value['name'])).toSorted();
  };
  expect(find('agent-7')).toEqual(['agent-7', 'caller', 'escaped']);
  disk.buffers.set('caller/agent.yaml', 'name: other\nversion: 1.0.0\nsteps: []\n');
  disk.workspace.touch(disk.at('caller/agent.yaml'));
  expect(find('agent-9')).toEqual(['agent-7', 'agent-9', 'escaped', 'other']);
  // All else is looked at later as ever.
  disk.settle();
  expect(disk.workspace.agents).toHaveLength(32);
  expect(find('agent-11')).toHaveLength(32);
});
