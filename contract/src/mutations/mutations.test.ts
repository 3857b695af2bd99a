import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAgent } from '../check-agent.ts';
import { createCodeReader, type CodeReader } from '../code/read-code.ts';
import { folderOf } from '../rules/code/problem-picture.ts';
import { knownGaps } from './known-gaps.ts';
import { mutateCode } from './mutate-code.ts';
import { mutateDependencies } from './mutate-dependencies.ts';
import { mutateEntrypoint } from './mutate-entrypoint.ts';
import { mutateExamples } from './mutate-examples.ts';
import { mutateKeys } from './mutate-keys.ts';
import { mutateNames } from './mutate-names.ts';
import { mutateProperties } from './mutate-properties.ts';
import { mutateSchemas } from './mutate-schemas.ts';
import { mutateSyntax } from './mutate-syntax.ts';
import { mutateValues } from './mutate-values.ts';
import type { Mutation, Mutator, ValidAgent } from './mutation.ts';

const samples = join(import.meta.dirname, '../../../agents-sample');
const written = join(import.meta.dirname, '../../testdata/mutations');
const mutators: Readonly<Record<string, Mutator>> = {
  keys: mutateKeys,
  values: mutateValues,
  names: mutateNames,
  schemas: mutateSchemas,
  properties: mutateProperties,
  examples: mutateExamples,
  entrypoint: mutateEntrypoint,
  dependencies: mutateDependencies,
  code: mutateCode,
  syntax: mutateSyntax,
};

/** An agent's files; those that were written for this test are not called agent.yaml, so that no other test takes them for agents. */
function readAgent(folder: string, name: string): ValidAgent {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const file = path.slice(folder.length + 1);
    return [file === `${name}.yaml` ? 'agent.yaml' : file, readFileSync(path, 'utf8')] as const;
  });
  return { name, files: Object.fromEntries(files) };
}

const ofSamples = ['daily-report', 'rss-monitor', 'weather-checker', 'web-scraper'].map((name) =>
  readAgent(join(samples, name), `sample ${name}`),
);
const ofThisTest = readdirSync(written).map((name) => readAgent(join(written, name), name));
/** In the samples only what differs from the agents of this test: their values, their code and their examples. */
const everywhere = new Set(['values', 'examples', 'entrypoint', 'properties']);

type Read = Mutation & { readonly readCode: CodeReader };

const mutations: ReadonlyMap<string, readonly Read[]> = new Map(
  Object.entries(mutators).map(([kind, mutate]) => {
    const agents = everywhere.has(kind) ? [...ofSamples, ...ofThisTest] : ofThisTest;
    // Code that stays as it was is read once.
    const read = (agent: ValidAgent, readCode: CodeReader): Read[] => mutate(agent).map((mutation) => ({ ...mutation, readCode }));
    return [kind, agents.flatMap((agent) => read(agent, createCodeReader()))];
  }),
);
const all = [...mutations.values()].flat();
const gaps = new Set(Object.values(knownGaps).flat());

/** What is wrong with what was said of a mutation; undefined where it is the one problem that there is to be. */
function missed({ name, files, installed, readCode, code, file, line }: Read): string | undefined {
  const said = checkAgent({ ...folderOf(files, installed), readCode }).problems.map(
    (one) => `${one.path}:${one.range.start.line + 1} ${one.code}`,
  );
  const wanted = `${file}:${line + 1} ${code}`;
  return said.length === 1 && said[0] === wanted ? undefined : `${name}: wants ${wanted}, got ${said.join(', ') || 'nothing'}`;
}

describe('a valid agent', () => {
  it.each([...ofSamples, ...ofThisTest].map((agent) => [agent.name, agent] as const))('has no problem: %s', (_name, agent) => {
    expect(checkAgent(folderOf(agent.files)).problems).toEqual([]);
  });
});

describe('a single mistake in a valid agent gives exactly one problem, with the right code, on the right line', () => {
  it.each([...mutations.keys()])('%s', (kind) => {
    const unlike = (mutations.get(kind) ?? []).flatMap((mutation) => {
      const what = missed(mutation);
      if (what === undefined) return gaps.has(mutation.name) ? [`${mutation.name}: is as it is to be, and no gap any more`] : [];
      return gaps.has(mutation.name) ? [] : [what];
    });
    expect(unlike).toEqual([]);
  });

  it('but for fewer than one in a hundred, which are listed with the reason', () => {
    const names = new Set(all.map(({ name }) => name));
    expect(names.size).toBe(all.length);
    expect([...gaps].filter((gap) => !names.has(gap))).toEqual([]);
    const rate = 1 - gaps.size / all.length;
    console.log(`${all.length} mutations, ${(rate * 100).toFixed(2)} % give exactly the one problem`);
    expect(all.length).toBeGreaterThan(4000);
    expect(rate).toBeGreaterThan(0.99);
  });
});
