import { type AgentSummary, type Case, caseOfExample } from '@hermes-runtime/schemas';
import { validateCase } from '@hermes-runtime/schemas/messages';
import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import * as path from 'node:path';

/** Where an agent keeps its saved cases; the command line knows the same place. */
export const testsFolder = 'tests';

const caseFile = /^(.+)\.case\.json(?:\.gz)?$/;
/** The most that a case may be once unpacked, in bytes. */
const largestCase = 128 * 1024 * 1024;

export type TestSource = { readonly type: 'file'; readonly path: string } | { readonly type: 'example'; readonly index: number };

/** `name` of a saved case, by its file; undefined for any other file. */
export function testName(file: string): string | undefined {
  return path.basename(path.dirname(file)) === testsFolder ? caseFile.exec(path.basename(file))?.[1] : undefined;
}

/** The agent whose folder holds a test's file. */
export function agentOfTest(file: string, agents: readonly AgentSummary[]): AgentSummary | undefined {
  const folder = path.dirname(path.dirname(file));
  return agents.find((agent) => agent.path === folder);
}

/** A case from plain or gzipped JSON; throws with the reason for what is none. */
export async function readCase(bytes: Uint8Array): Promise<Case> {
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = isZipped ? await promisify(gunzip)(bytes, { maxOutputLength: largestCase }) : bytes;
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  if (validateCase(value)) return value;
  const [problem] = validateCase.errors ?? [];
  throw new Error(`${problem?.instancePath ?? ''} ${problem?.keyword ?? ''}`.trim());
}

/** An example that says what comes out is a test: its input, no traffic, its output. */
export function exampleCase(agent: AgentSummary, index: number): Case | undefined {
  const example = agent.examples?.[index];
  const { name, version, path: folder, digest = '', language } = agent;
  if (example?.output === undefined || language === 'steps' || language === 'unknown') return undefined;
  return caseOfExample(example, {
    agent: { name, version, path: folder, digest },
    descriptor: { name, version, runtime: { type: language, entrypoint: 'main' } },
    interpreter: { language, version: '' },
  });
}
