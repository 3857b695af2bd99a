import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Failure } from '@hermes-runtime/schemas';
import type { AgentFiles, Place } from './agent-files.ts';
import { failureOf } from './failure.ts';
import type { LoadProgress } from './load-hooks.ts';

/** Node's own check of one file; it only runs when a load has failed. */
const checkTimeoutMs = 3000;

/** Why the agent could not be loaded, with the line that Node's error leaves out. */
export function loadFailure(error: unknown, progress: LoadProgress, files: AgentFiles): Failure {
  const failure = failureOf(error, 'import_error', files);
  if (failure.at !== undefined || failure.code !== 'import_error') {
    return failure;
  }
  const at = error instanceof SyntaxError ? unreadableLine(progress.lastCompiled(), files) : importLine(progress, files);
  return at === undefined ? failure : { ...failure, at };
}

/** An ES module's SyntaxError does not carry its position to JavaScript; `node --check` prints it. */
function unreadableLine(url: string | undefined, files: AgentFiles): Place | undefined {
  const real = url === undefined ? undefined : files.toSnapshot(url);
  if (url === undefined || real === undefined) {
    return undefined;
  }
  const checked = spawnSync(process.execPath, ['--check', fileURLToPath(real)], { encoding: 'utf8', timeout: checkTimeoutMs });
  const line = /^.*:(\d+)\r?\n/.exec(checked.stderr ?? '')?.[1];
  return { file: files.relative(url), line: line === undefined ? 1 : Number(line) };
}

function importLine(progress: LoadProgress, files: AgentFiles): Place | undefined {
  const missing = progress.unresolved();
  const real = missing === undefined ? undefined : files.toSnapshot(missing.parent);
  if (missing === undefined || real === undefined) {
    return undefined;
  }
  const lines = readFileSync(fileURLToPath(real), 'utf8').split('\n');
  const index = lines.findIndex((line) => [`'${missing.specifier}'`, `"${missing.specifier}"`].some((quoted) => line.includes(quoted)));
  return { file: files.relative(missing.parent), line: index + 1 || 1 };
}
