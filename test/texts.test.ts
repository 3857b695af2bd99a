import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const rooms = ['schemas', 'contract', 'server', 'runtime', 'orchestrator', 'ui', 'client'];

function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>;
}

function sourcesOf(room: string): { extension: string; contents: string }[] {
  return readdirSync(join(root, room, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ extension: extname(file), contents: readFileSync(join(root, room, 'src', file), 'utf8') }));
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder).toSorted();
}

test.each(rooms)('every text of %s has a Chinese translation, and no translation is stale', async (room) => {
  const used = Object.keys(await getL10nJson(sourcesOf(room))).toSorted();
  expect(Object.keys(readTexts(`schemas/l10n/zh-cn/${room}.json`)).toSorted()).toEqual(used);
});

test.each(rooms)('the translations of %s keep every placeholder', (room) => {
  const wrong = Object.entries(readTexts(`schemas/l10n/zh-cn/${room}.json`)).filter(
    ([en, zh]) => placeholdersOf(en).join() !== placeholdersOf(zh).join(),
  );
  expect(wrong).toEqual([]);
});

test('every description of the schemas of files has a Chinese translation', () => {
  const descriptions = ['agent', 'runtime-config', 'orchestrator-config'].flatMap((name) =>
    [...readFileSync(join(root, `schemas/json/${name}.schema.json`), 'utf8').matchAll(/"description": "((?:[^"\\]|\\.)*)"/g)].map(
      ([, text = '']) => JSON.parse(`"${text}"`) as string,
    ),
  );
  expect(Object.keys(readTexts('schemas/l10n/zh-cn/descriptions.json')).toSorted()).toEqual([...new Set(descriptions)].toSorted());
});

test('every text of the manifest has a Chinese translation', () => {
  const manifest = readFileSync(join(root, 'client/package.json'), 'utf8');
  const named = [...manifest.matchAll(/"%([^%]+)%"/g)].map(([, key = '']) => key);
  for (const file of ['client/package.nls.json', 'client/package.nls.zh-cn.json']) {
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(Object.keys(readTexts(file)).toSorted()).toEqual([...new Set(named)].toSorted());
  }
});
