import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { checkAgent } from '@hermes-runtime/contract';
import { editorFolder } from './editor-folder.ts';
import { installedPackages } from './installed-packages.ts';
import { localDisk } from './local-disk.ts';

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true }));

const site = '.venv/lib/python3.11/site-packages';

/** A folder with these files; what is installed is what their names say. */
function folderWith(files: Readonly<Record<string, string>>): string {
  root = mkdtempSync(join(tmpdir(), 'hermes-installed-'));
  for (const [file, text] of Object.entries(files)) write(file, text);
  return root;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const disk = (): typeof localDisk => ({ ...localDisk, environments: join(root, 'environments') });
const seen = (language: 'python' | 'nodejs', dependencies: readonly string[] = []): readonly string[] | undefined =>
  installedPackages(join(root, 'agent'), disk())(language, dependencies)?.map(
    ({ name, version, modules }) => `${name} ${version} ${modules?.join(' ') ?? '?'}`,
  );

it("reads the agent's own environment: names, versions and what they are imported as", () => {
  folderWith({
    [`agent/${site}/openai-0.28.1.dist-info/top_level.txt`]: 'openai\n',
    [`agent/${site}/beautifulsoup4-4.12.3.dist-info/RECORD`]: 'bs4/__init__.py,,\n',
    [`agent/${site}/old-1.0-py3.11.egg-info/PKG-INFO`]: '',
    [`agent/${site}/requests/__init__.py`]: '',
  });
  expect(seen('python')?.toSorted()).toEqual(['beautifulsoup4 4.12.3 bs4', 'old 1.0 ?', 'openai 0.28.1 openai']);
});

it('reads the environment that the runtime made for just these dependencies', () => {
  folderWith({
    [`agent/${site}/openai-0.28.1.dist-info/RECORD`]: '',
    'environments/python-3.11.7-abc/environment.json': '{ "requirements": ["openai==1.40.0", "requests"] }',
    'environments/python-3.11.7-abc/site/openai-1.40.0.dist-info/RECORD': '',
    'environments/nodejs-24.0.0-abc/environment.json': '{ "requirements": ["undici@7.0.0"] }',
    'environments/nodejs-24.0.0-abc/node_modules/undici/package.json': '{ "version": "7.0.0" }',
  });
  expect(seen('python', ['requests', ' openai==1.40.0'])).toEqual(['openai 1.40.0 ?']);
  expect(seen('python', ['openai==1.40.0'])).toEqual(['openai 0.28.1 ?']);
  expect(seen('nodejs', ['undici@7.0.0'])).toEqual(['undici 7.0.0 ?']);
});

it('looks for packages of Node as Node does', () => {
  folderWith({
    'agent/node_modules/undici/package.json': '{ "version": "7.0.0" }',
    'agent/node_modules/.bin/x': '',
    'agent/node_modules/broken/package.json': '{',
    'node_modules/undici/package.json': '{ "version": "6.0.0" }',
    'node_modules/@scope/name/package.json': '{ "version": "1.0.0" }',
  });
  expect(seen('nodejs')?.toSorted()).toEqual(['@scope/name 1.0.0 ?', 'broken  ?', 'undici 7.0.0 ?']);
});

it('does not know where only an interpreter can tell', () => {
  folderWith({ 'agent/main.py': '' });
  expect(seen('python')).toBeUndefined();
  rmSync(root, { recursive: true });
  folderWith({ [`agent/${site}/x-1.0.dist-info/RECORD`]: '', 'agent/.venv/pyvenv.cfg': 'include-system-site-packages = true\n' });
  expect(seen('python')).toBeUndefined();
  const { changedAt: _, ...mirrored } = disk();
  expect(installedPackages(join(root, 'agent'), mirrored)('python', [])).toBeUndefined();
});

it('sees what was installed since', () => {
  folderWith({ [`agent/${site}/openai-0.28.1.dist-info/RECORD`]: '' });
  const installed = installedPackages(join(root, 'agent'), disk());
  expect(installed('python', [])).toHaveLength(1);
  expect(installed('python', [])).toBe(installed('python', []));
  write(`agent/${site}/requests-2.31.0.dist-info/RECORD`, '');
  utimesSync(join(root, 'agent', site), 1, 1);
  expect(installed('python', [])).toHaveLength(2);
});

it('marks openai 0.28.1 on the line that asks for 1.40.0, and nothing else', () => {
  const agent = folderWith({
    [`agent/${site}/openai-0.28.1.dist-info/top_level.txt`]: 'openai\n',
    'agent/main.py': 'import openai\n\n\ndef execute(input_data):\n    return {}\n',
    'agent/agent.yaml': 'name: a\nversion: 1.0.0\nruntime:\n  type: python\n  entrypoint: main.py\n  dependencies:\n    - openai==1.40.0\n',
  });
  const folder = editorFolder(join(agent, 'agent'), '', { disk: disk(), textAt: () => undefined });
  expect(checkAgent(folder).problems.map(({ code, message, range }) => [code, message, range.start.line])).toEqual([
    ['wrong-dependency-version', 'Needs openai==1.40.0, but 0.28.1 is installed.', 6],
  ]);
});
