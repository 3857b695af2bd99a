import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { AgentFolder } from './agent-folder.ts';
import { checkAgent } from './check-agent.ts';
import { problemCodes } from './problem-codes.ts';
import { openServerCodes } from './rules/open-server.ts';

const broken = fileURLToPath(new URL('../../agents-sample/broken/', import.meta.url));

/** A folder on the disk; what is installed is not known. */
function diskFolder(folder: string): AgentFolder {
  const existing = (file: string): ReturnType<typeof statSync> => statSync(join(folder, file), { throwIfNoEntry: false });
  return {
    path: '',
    readText: (file) => (existing(file)?.isFile() === true ? readFileSync(join(folder, file), 'utf8') : undefined),
    stat: (file) => {
      const found = existing(file);
      return found && { kind: found.isFile() ? 'file' : 'folder', executable: false, inside: !file.startsWith('..') };
    },
    list: () => readdirSync(folder),
  };
}

describe('the broken samples', () => {
  const codes = readdirSync(broken, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(codes.map(({ name }) => name))('%s has exactly the problem that its name says', (code) => {
    const { descriptor, problems } = checkAgent(diskFolder(join(broken, code)));
    expect(descriptor).toBeDefined();
    expect(problems.map((problem) => `${problem.code} (${problem.path}): ${problem.message}`)).toEqual([
      expect.stringMatching(new RegExp(`^${code} `)),
    ]);
  });

  it('show every problem but those that one folder by itself cannot have', () => {
    // unknown-value is one of configurations only, as are their own codes.
    const elsewhere = new Set([
      'yaml-too-large',
      'unreadable-entrypoint',
      'unreadable-file',
      'entrypoint-case',
      // Such a folder could not be checked out everywhere.
      'letter-case-clash',
      'duplicate-agent-name',
      'missing-dependency',
      'wrong-dependency-version',
      'unknown-value',
      ...openServerCodes,
    ]);
    expect(problemCodes.filter((code) => !elsewhere.has(code))).toEqual(codes.map(({ name }) => name).toSorted());
  });
});
