import { expect, it } from 'vitest';
import { fixesOf } from '../testing/mendings.ts';
import { applyEdits } from './apply-edits.ts';

function check(script: string, file = 'run.sh'): string[] {
  const texts: Readonly<Record<string, string>> = {
    'agent.yaml': `name: a\nversion: 1.0.0\nruntime: { type: shell, entrypoint: ${file} }\n`,
    [file]: script,
  };
  return fixesOf(texts, 'shell-first-line').map(({ edits }) => applyEdits(script, edits[0]?.edits ?? []));
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
