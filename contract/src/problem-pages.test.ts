import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAgent } from './check-agent.ts';
import { checkRuntimeConfig } from './check-runtime-config.ts';
import { problemCodes } from './problem-codes.ts';
import { folderOf } from './rules/code/problem-picture.ts';

const pages = join(import.meta.dirname, '../../docs/problems');
/** Pages whose examples are code: the rules' own tests hold those. */
const base: Readonly<Record<string, string>> = {
  name: 'name: a',
  version: 'version: 1.0.0',
  runtime: 'runtime:\n  type: python\n  entrypoint: main.py',
};

/** The codes of an example on a page, after what every agent has was added to it. */
function codesOf(example: string): readonly string[] {
  if (/^(?:server|logging):/m.test(example)) return checkRuntimeConfig(example, 'runtime-config.yaml').problems.map(({ code }) => code);
  const missing = Object.keys(base).filter((key) => !new RegExp(`^${key}:`, 'm').test(example));
  const text = [...missing.map((key) => base[key]), example, ''].join('\n');
  const imports = example.includes('requests') ? 'import requests\n\n' : '';
  const code = `${imports}def execute(input_data):\n    return {}\n`;
  return checkAgent(folderOf({ 'agent.yaml': text, 'main.py': code })).problems.map((problem) => problem.code);
}

function exampleIn(page: string, heading: string): string | undefined {
  return new RegExp(`## ${heading}\\n\\n\`\`\`yaml\\n([^\`]+)\`\`\``).exec(page)?.[1];
}

describe('docs/problems', () => {
  it('has one page for each code and no other', () => {
    expect(readdirSync(pages).toSorted()).toEqual(problemCodes.map((code) => `${code}.md`));
  });

  it.each(problemCodes)('says of %s what it is, why, and when nothing is said', (code) => {
    const page = readFileSync(join(pages, `${code}.md`), 'utf8');
    expect(page.startsWith(`# ${code}\n\n`)).toBe(true);
    expect(page).toContain('\n## When nothing is said\n');
    expect([...page.matchAll(/\]\(([\w-]+\.md)\)/g)].filter(([, link = '']) => !existsSync(join(pages, link)))).toEqual([]);
  });

  it.each(problemCodes)('shows for %s an example that gives exactly this problem, and one that gives none', (code) => {
    const page = readFileSync(join(pages, `${code}.md`), 'utf8');
    const [wrong, right] = [exampleIn(page, 'Wrong'), exampleIn(page, 'Right')];
    const isOfDescriptor = wrong !== undefined && right !== undefined;
    expect(isOfDescriptor ? [code, codesOf(wrong)] : [code, [code]]).toEqual([code, [code]]);
    expect(isOfDescriptor ? codesOf(right) : []).toEqual([]);
  });
});
