import { checkAgent, readCode } from '@hermes-runtime/contract';
import { expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { agentFixContext, type FixableAgent } from './fix-context.ts';
import { quickFixes } from './quick-fixes.ts';

function check(script: string, file = 'run.sh'): string[] {
  const texts: Readonly<Record<string, string>> = {
    'agent.yaml': `name: a\nversion: 1.0.0\nruntime: { type: shell, entrypoint: ${file} }\n`,
    [file]: script,
  };
  const files: FixableAgent['files'] = {
    path: '',
    readText: (name) => texts[name],
    stat: (name) => (Object.hasOwn(texts, name) ? { kind: 'file', executable: true, inside: true } : undefined),
    list: () => [],
    readCode,
  };
  const { descriptor, problems } = checkAgent(files);
  const problem = problems.find(({ code }) => code === 'shell-first-line');
  if (descriptor === undefined || problem === undefined) throw new Error(problems.map(({ code }) => code).join());
  const context = agentFixContext({ descriptor, files, folder: '/a', problems, commands: false });
  return quickFixes(problem, context).map(({ edits }) => applyEdits(script, edits[0]?.edits ?? []));
}

it.each([
  ['\n #!/bin/sh\necho {}\n', '#!/bin/sh\necho {}\n'],
  ['# /bin/sh\necho {}\n', '#!/bin/sh\necho {}\n'],
  ['!#/bin/sh\necho {}\n', '#!/bin/sh\necho {}\n'],
  ['# !/usr/bin/env bash\necho {}\n', '#!/usr/bin/env bash\necho {}\n'],
  ['#!bash\necho {}\n', '#!/usr/bin/env bash\necho {}\n'],
  ['#! bin/sh -e\necho {}\n', '#!/bin/sh -e\necho {}\n'],
])('begins %j with what runs it', (before, after) => {
  expect(check(before)).toEqual([after]);
});

it('names bash where the name of the file does', () => {
  expect(check('# Says nothing.\necho {}\n', 'run.bash')).toEqual(['#!/usr/bin/env bash\n# Says nothing.\necho {}\n']);
});
