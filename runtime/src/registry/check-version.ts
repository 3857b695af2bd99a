import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAgent } from '@hermes-runtime/contract';
import type { AgentFile, Failure, Problem } from '@hermes-runtime/schemas';
import type { InstalledIn } from '../environment/agent-environment.ts';
import { diskFolder } from './disk-folder.ts';
import { descriptorIn } from './scan.ts';
import type { Snapshot } from './snapshot.ts';

/** What the rules say of a snapshot. With `failure`, or without `file`, the version cannot be served. */
export type CheckedVersion = {
  /** False for the `agent.yaml` of another product: we stay silent on it. */
  readonly ours: boolean;
  readonly file?: AgentFile;
  /** The name as it is written, whatever else is wrong: a list and a refusal can then call the agent by it. */
  readonly name?: string;
  readonly problems: readonly Problem[];
  readonly failure?: Failure;
};

/** Checks the files that would run, not the author's: those may have changed again. */
export function checkVersion(folder: string, snapshot: Snapshot, installed?: InstalledIn): CheckedVersion {
  const { descriptor, problems } = checkAgent(diskFolder(folder, { textsIn: snapshot.folder, ...(installed && { installed }) }));
  const file = descriptor?.agent;
  const failure = unreadable(file, snapshot) ?? notRunnable(file) ?? firstError(problems);
  // A descriptor that cannot be read has a problem and nothing else.
  const ours = descriptor !== undefined || problems.length > 0;
  const name = writtenName(descriptor?.value['name']);
  return { ours, ...(file && { file }), ...(name !== undefined && { name }), problems, ...(failure && { failure }) };
}

/**
 * The entrypoint that the descriptor names, found without parsing.
 * It counts as part of the agent even where `.gitignore` hides it; a wrong guess adds a file and does no harm.
 */
export function entrypointHint(folder: string): readonly string[] {
  const name = descriptorIn(folder);
  if (name === undefined) return [];
  try {
    const entrypoint = /^\s*entrypoint:\s*["']?([^"'#\r\n]+?)["']?\s*(?:#.*)?$/m.exec(
      readFileSync(join(folder, name), 'utf8').slice(0, 262_144),
    )?.[1];
    return entrypoint === undefined ? [] : [entrypoint];
  } catch {
    // Not readable: the check of the snapshot says so.
    return [];
  }
}

/** A text that could be a name, or is near one. */
function writtenName(name: unknown): string | undefined {
  return typeof name === 'string' && name.length > 0 && name.length <= 63 ? name : undefined;
}

function unreadable(file: AgentFile | undefined, { unreadable: paths }: Snapshot): Failure | undefined {
  const needed = paths.find((path) => path === file?.runtime?.entrypoint || path === 'agent.yaml' || path === 'agent.yml');
  return needed === undefined ? undefined : { code: 'import_error', message: `${needed} cannot be read by this user: permission denied.` };
}

function notRunnable(file: AgentFile | undefined): Failure | undefined {
  return file?.steps
    ? { code: 'no_execute', message: `"${file.name}" is made of steps, and steps do not run yet (not-yet-enforced).` }
    : undefined;
}

/** An agent with an error is not loaded, whatever it might still do: editor and runtime agree on what is wrong. */
function firstError(problems: readonly Problem[]): Failure | undefined {
  const error = problems.find(({ severity }) => severity === 'error');
  if (!error) return undefined;
  const code = error.code === 'missing-execute' ? 'no_execute' : 'import_error';
  return { code, message: `${error.message} (${error.code})`, at: { file: error.path, line: error.range.start.line + 1 } };
}
