import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AgentSummary, type Case, caseOfExample } from '@hermes-runtime/schemas';
import { decodeCase } from '../replay/case-file.ts';

/** Where an agent keeps its tests, each one case with an expectation. */
export const testsFolder = 'tests';

export type AgentTest =
  | { readonly agent: AgentSummary; readonly name: string; readonly value: Case }
  /** A file that is no case says so where its verdict would stand. */
  | { readonly agent: AgentSummary; readonly name: string; readonly problem: string };

const caseFile = /^(.+)\.case\.json(?:\.gz)?$/;

/** The tests of an agent: saved cases, and examples that say what comes out. */
export function testsOf(agent: AgentSummary): readonly AgentTest[] {
  return [...casesIn(agent), ...examplesOf(agent)];
}

function casesIn(agent: AgentSummary): readonly AgentTest[] {
  const folder = join(agent.path, testsFolder);
  return filesIn(folder).flatMap((file): readonly AgentTest[] => {
    const name = caseFile.exec(file)?.[1];
    if (name === undefined) return [];
    const read = readCase(join(folder, file));
    return [typeof read === 'string' ? { agent, name, problem: read } : { agent, name, value: read }];
  });
}

function readCase(path: string): Case | string {
  try {
    const read = decodeCase(readFileSync(path));
    return read.status === 'read' ? read.value : read.message;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function examplesOf(agent: AgentSummary): readonly AgentTest[] {
  const { name, version, path, digest = '', language } = agent;
  if (language === 'steps' || language === 'unknown') return [];
  const subject = {
    agent: { name, version, path, digest },
    descriptor: { name, version, runtime: { type: language, entrypoint: 'main' } },
    interpreter: { language, version: '' },
  };
  return (agent.examples ?? []).flatMap((example, index) =>
    example.output === undefined ? [] : [{ agent, name: example.name ?? `example ${index + 1}`, value: caseOfExample(example, subject) }],
  );
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    // Most agents have no tests yet.
    return [];
  }
}
