import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAgent } from '../check-agent.ts';
import { createCodeReader, type CodeReader } from '../code/read-code.ts';
import { folderOf } from '../rules/code/problem-picture.ts';
import { readValidAgent } from '../../testdata/read-valid-agent.ts';
import { knownGaps } from './known-gaps.ts';
import { mutators } from './mutators.ts';
import type { Mutation, ValidAgent } from './mutation.ts';

const samples = join(import.meta.dirname, '../../../agents-sample');
const written = join(import.meta.dirname, '../../testdata/mutations');

const ofSamples = ['daily-report', 'rss-monitor', 'weather-checker', 'web-scraper'].map((name) =>
  readValidAgent(join(samples, name), `sample ${name}`),
);
const ofThisTest = readdirSync(written).map((name) => readValidAgent(join(written, name), name));
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
