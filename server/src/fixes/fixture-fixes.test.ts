import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAgent, readCode, type AgentFolder, type CodeReader } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { agentFixContext } from './fix-context.ts';
import { quickFixes } from './quick-fixes.ts';

const root = join(import.meta.dirname, '../../..');
const documents = globSync('contract/testdata/descriptor/*.yaml', { cwd: root }).flatMap((file) =>
  readFileSync(join(root, file), 'utf8').split(/^---\n/m),
);

/** An agent of one descriptor, whose code may be any file of these. */
function folderOf(texts: Readonly<Record<string, string>>): AgentFolder & { readonly readCode: CodeReader } {
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

/** What a problem is about, wherever its line has gone. */
const said = ({ code: name, message }: Problem): string => `${name}: ${message}`;

it('mends every fixture with each fix of each problem: that one is gone, and none comes', () => {
  const faults: string[] = [];
  let tried = 0;
  for (const text of documents) {
    const files = folderOf({ ...code, 'agent.yaml': text });
    const { descriptor, problems } = checkAgent(files);
    if (descriptor === undefined) continue;
    for (const problem of problems) {
      const context = agentFixContext({ descriptor, files, folder: '/agents/weather', problems, commands: false });
      for (const { title, edits, create } of quickFixes(problem, context)) {
        tried += 1;
        const after = applyEdits(text, edits[0]?.edits ?? []);
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
