import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentSchema, checkAgent, indexLines, readCode, type AgentFolder } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { expect, it } from 'vitest';
import type { FileEdits } from './quick-fix.ts';
import { quickFixes } from './quick-fixes.ts';

const root = join(import.meta.dirname, '../../..');
const documents = globSync('contract/testdata/descriptor/*.yaml', { cwd: root }).flatMap((file) =>
  readFileSync(join(root, file), 'utf8').split(/^---\n/m),
);

/** An agent of one descriptor, whose code may be any file of these. */
function folderOf(texts: Readonly<Record<string, string>>): AgentFolder {
  const stat = (file: string): ReturnType<AgentFolder['stat']> =>
    Object.hasOwn(texts, file) ? { kind: 'file', executable: true, inside: true } : undefined;
  return {
    path: '',
    readText: (file) => texts[file],
    stat,
    list: () => Object.keys(texts).filter((file) => file !== 'agent.yaml'),
    readCode,
  };
}

const code = {
  'main.py': 'def execute(input_data):\n    return load()\n',
  'main.mjs': 'export function execute(input) {\n  return load();\n}\n',
  'run.sh': "#!/bin/sh\necho '{}'\n",
};

function applied(text: string, [first]: readonly FileEdits[]): string {
  const lines = indexLines(text);
  return (first?.edits ?? [])
    .toSorted((one, other) => lines.offsetAt(other.range.start) - lines.offsetAt(one.range.start))
    .reduce(
      (done, { range, newText }) => done.slice(0, lines.offsetAt(range.start)) + newText + done.slice(lines.offsetAt(range.end)),
      text,
    );
}

/** What a problem is about, wherever its line has gone. */
const said = ({ code: name, message }: Problem): string => `${name}: ${message}`;

it('mends every fixture with each fix of each problem: that one is gone, and none comes', () => {
  const faults: string[] = [];
  let tried = 0;
  for (const text of documents) {
    const files = folderOf({ ...code, 'agent.yaml': text });
    const { descriptor, problems } = checkAgent(files);
    if (descriptor === undefined) continue;
    const agent = { descriptor, files, folder: '/agents/weather', inFolder: (file: string) => file, commands: false };
    const context = {
      yaml: descriptor.yaml,
      yamlPath: 'agent.yaml',
      schema: agentSchema,
      agent,
      textOf: (file: string) => files.readText(file),
    };
    for (const problem of problems) {
      for (const { title, edits, create } of quickFixes(problem, context)) {
        tried += 1;
        const after = applied(text, edits);
        const more = create === undefined ? {} : { [create.path]: create.text };
        const left = checkAgent(folderOf({ ...code, ...more, 'agent.yaml': after })).problems;
        // That a block is not followed yet is said once it is the only one.
        const fresh = left.filter((one) => one.code !== 'not-yet-enforced' && !problems.some((known) => said(known) === said(one)));
        if (left.some((one) => said(one) === said(problem)) || fresh.length > 0)
          faults.push(`${said(problem)} -> ${title}\n${after}\n${fresh.map((one) => said(one)).join('\n')}`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThan(50);
});
