import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AgentFolder } from './agent-folder.ts';
import { checkAgent } from './check-agent.ts';
import { checkTree } from './check-tree.ts';

const testdata = join(import.meta.dirname, '../testdata');
const files: Readonly<Record<string, string>> = {
  'main.py': 'def execute(input_data):\n    return {}\n',
  'src/agent.py': 'def execute(input_data):\n    return {}\n',
  'data.txt': '',
  run: '',
};

/** An agent's folder in memory, with a folder `src`, a link that leads out, and a file that may not be read. */
function folderWith(descriptor: string): AgentFolder {
  const texts: Readonly<Record<string, string>> = { ...files, 'agent.yaml': descriptor };
  return {
    path: '',
    readText: (file) => texts[file],
    stat: (file) => {
      if (file === 'src') return { kind: 'folder', executable: false, inside: true };
      if (file === 'link.py') return { kind: 'file', executable: false, inside: false };
      if (file === 'locked.py') return { kind: 'file', executable: false, inside: true, readable: false };
      return Object.hasOwn(texts, file) ? { kind: 'file', executable: false, inside: true } : undefined;
    },
    list: () => Object.keys(texts),
  };
}

/** A document of a fixture: the first line says what it shows; `# want severity code "message"` stands on the line of the problem. */
function check(document: string): void {
  const lines = document.split('\n');
  const wanted = lines.flatMap((text, line) => {
    const match = /# want(-above)? (\w+) ([\w-]+)(?: "(.*)")?$/.exec(text);
    return match === null
      ? []
      : [
          {
            line: line - (match[1] === undefined ? 0 : 1),
            severity: match[2],
            code: match[3],
            message: expect.stringContaining(match[4] ?? '') as string,
          },
        ];
  });
  // The marker itself must not be part of what is checked: it could close what is open.
  const text = lines.map((line) => line.replace(/\s+# (?:the line above # )?want.*$/, '')).join('\n');
  const found = checkAgent(folderWith(text)).problems.map(({ range, severity, code, message }) => ({
    line: range.start.line,
    severity,
    code,
    message,
  }));
  expect(found).toEqual(wanted);
}

for (const file of readdirSync(join(testdata, 'descriptor'))) {
  describe(file, () => {
    const documents = readFileSync(join(testdata, 'descriptor', file), 'utf8').split('---\n');
    it.each(documents.map((document) => [document.split('\n')[0]?.slice(2) ?? '', document]))('%s', (_name, document) => check(document));
  });
}

describe('a descriptor that may not be read', () => {
  const locked = (file: string, readable: boolean): AgentFolder => ({
    path: 'a',
    readText: () => undefined,
    stat: (name) => (name === file ? { kind: 'file', executable: false, inside: true, readable } : undefined),
    list: () => [file],
  });

  it('has one problem that says so, and is counted', () => {
    const { files, problems } = checkTree({
      agents: [locked('agent.yml', false)],
      configs: [{ path: 'runtime-config.yaml', text: undefined }],
    });
    expect(problems.map(({ path, code, message }) => [path, code, message])).toEqual([
      ['a/agent.yml', 'unreadable-file', expect.stringContaining('`chmod u+r a/agent.yml`')],
      ['runtime-config.yaml', 'unreadable-file', expect.stringContaining('`chmod u+r runtime-config.yaml`')],
    ]);
    expect(files).toEqual(['a/agent.yml', 'runtime-config.yaml']);
  });

  it('has none where it is a folder, is gone, or vanished between two looks', () => {
    expect(checkAgent(locked('agent.yml', true))).toEqual({ problems: [] });
    expect(checkAgent(locked('other.yml', false))).toEqual({ problems: [] });
  });
});

describe('files of other products', () => {
  it.each(readdirSync(join(testdata, 'foreign')))('%s gives no problem', (file) => {
    const text = readFileSync(join(testdata, 'foreign', file), 'utf8');
    expect(checkAgent(folderWith(text))).toEqual({ problems: [] });
  });

  it('is silent where there is no descriptor at all', () => {
    expect(checkAgent({ path: '', readText: () => undefined, stat: () => undefined, list: () => [] })).toEqual({ problems: [] });
  });
});

describe('what a problem carries', () => {
  const valid = 'name: a\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\n';

  it('has the path of the folder before the file', () => {
    const { problems } = checkAgent({ ...folderWith(valid.replace('python', 'pyhton')), path: 'agents/a' });
    expect(problems.map(({ path }) => path)).toEqual(['agents/a/agent.yaml']);
  });

  it('gives the typed agent when the file fits, whatever warnings there are', () => {
    expect(checkAgent(folderWith(`${valid}colour: blue\n`)).descriptor?.agent?.runtime).toEqual({ type: 'python', entrypoint: 'main.py' });
    expect(checkAgent(folderWith(valid.replace('name: a\n', ''))).descriptor?.agent).toBeUndefined();
  });

  it('counts positions in UTF-16 units, whatever the line ends and a mark at the beginning', () => {
    const text = `\ufeff${valid.replaceAll('\n', '\r\n')}description: "😀" # 中文\r\ntimeout_seconds: { "😀": 1, bad }\r\n`;
    expect(checkAgent(folderWith(text)).problems[0]?.range).toEqual({ start: { line: 4, character: 17 }, end: { line: 4, character: 33 } });
  });
});

describe('a file that cannot be read', () => {
  const codes = (text: string): (readonly [string, string])[] =>
    checkAgent(folderWith(text)).problems.map(({ code, message }) => [code, message] as const);

  it.each(['[', '{', '[{"a":', '- '])('is told so, if it is nothing but %j', (piece) => {
    expect(codes(piece.repeat(60_000))).toEqual([['yaml-too-large', expect.stringMatching(/Make it flatter|Move what is data/)]]);
  });

  it('is left alone if it has keys of somebody else', () => {
    expect(codes(`apiVersion: v1\nkind: Agent\nspec: ${'['.repeat(5000)}`)).toEqual([]);
    expect(codes(`model: x\nvalue: ${'['.repeat(5000)}`)).toEqual([]);
    expect(codes('{{- if .Values.agent }}')).toEqual([]);
  });

  it('has one problem for an anchor that is used two thousand times', () => {
    const uses = Array.from({ length: 2000 }, (_, index) => `    p${index}: *bad`).join('\n');
    const text = `name: a\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\ninput_schema:\n  $defs: { x: &bad { type: strng } }\n  properties:\n${uses}\n`;
    expect(codes(text)).toHaveLength(1);
  });

  it('says how many values aliases may stand for', () => {
    const levels = Array.from({ length: 9 }, (_, index) => `  - &l${index + 1} [${`*l${index},`.repeat(9)}]`).join('\n');
    const text = `name: a\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\nexamples:\n  - &l0 [x,x]\n${levels}\n`;
    expect(codes(text)).toEqual([['yaml-too-large', expect.stringContaining('more than 10000 values')]]);
  });
});
