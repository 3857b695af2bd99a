import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { AgentFailure } from './failure.ts';
import type { AgentFiles } from './agent-files.ts';

export type Execute = (input: unknown) => unknown;

/** Imports the entrypoint, whatever its kind, and finds `execute`. */
export async function loadAgent(files: AgentFiles, entrypoint: string): Promise<Execute> {
  const loaded: unknown = await import(pathToFileURL(path.join(files.folder, entrypoint)).href);
  const execute = [memberOf(loaded, 'execute'), memberOf(memberOf(loaded, 'default'), 'execute'), memberOf(loaded, 'default')].find(
    (candidate) => typeof candidate === 'function',
  );
  if (typeof execute !== 'function') {
    throw new AgentFailure({
      code: 'no_execute',
      message: `${entrypoint} exports no execute(input). Add \`export function execute(input) { … }\` or \`module.exports.execute = …\`, or change runtime.entrypoint.`,
      at: { file: entrypoint, line: 1 },
    });
  }
  return (input) => {
    const answer: unknown = Reflect.apply(execute, undefined, [input]);
    return answer;
  };
}

function memberOf(holder: unknown, key: string): unknown {
  return (typeof holder === 'object' && holder !== null) || typeof holder === 'function' ? Reflect.get(holder, key) : undefined;
}

/** Takes what goes wrong beside the import itself: a throw in a timer, a rejection, an exit. The answer ends the watch. */
export function watchLoading(onThrown: (thrown: unknown) => never): () => void {
  const exit: unknown = Reflect.get(process, 'exit');
  process.on('uncaughtException', onThrown);
  process.on('unhandledRejection', onThrown);
  Reflect.set(process, 'exit', (code?: unknown) =>
    onThrown(
      new AgentFailure({ code: 'import_error', message: `the agent called process.exit(${Number(code ?? 0)}) while it was loaded` }),
    ),
  );
  return () => {
    process.off('uncaughtException', onThrown);
    process.off('unhandledRejection', onThrown);
    Reflect.set(process, 'exit', exit);
  };
}
