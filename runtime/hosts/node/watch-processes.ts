import childProcess, { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { syncBuiltinESMExports } from 'node:module';
import type { AgentFiles } from './agent-files.ts';
import { patchMethod } from './patch-method.ts';
import type { Reporter } from './reporter.ts';
import { callerPlace } from './stack-frames.ts';
import type { TaskScope } from './trace/task-scope.ts';

/** Reports each subprocess when it has ended, with the agent's line that started it. */
export function watchProcesses(report: Reporter['report'], files: AgentFiles, scope: TaskScope): void {
  const placed = (caller: (...values: never[]) => unknown): object => {
    const at = callerPlace(caller, files);
    return { ...(at && { at }), ...scope.iteration() };
  };
  const onSpawn = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && 'process' in message && message.process instanceof ChildProcess) {
      const child = message.process;
      const began = performance.now();
      const where = placed(onSpawn);
      // Its arguments are filled in after this call.
      child.once('exit', (code, signal) =>
        report({ type: 'process.exited', command: child.spawnargs, ...ending(code, signal), ms: performance.now() - began, ...where }),
      );
      child.once('error', () =>
        report({ type: 'process.exited', command: child.spawnargs ?? [], ms: performance.now() - began, ...where }),
      );
    }
  };
  subscribe('child_process', onSpawn);
  watchSync('spawnSync', (values) => commandOf(values[0], values[1]));
  watchSync('execFileSync', (values) => commandOf(values[0], values[1]));
  watchSync('execSync', (values) => ['/bin/sh', '-c', String(values[0])]);
  syncBuiltinESMExports();

  function watchSync(name: 'spawnSync' | 'execFileSync' | 'execSync', command: (values: readonly unknown[]) => readonly string[]): void {
    patchMethod(childProcess, name, ({ values, original, door }) => {
      const began = performance.now();
      const where = placed(door);
      let outcome: unknown;
      try {
        outcome = original();
        return outcome;
      } catch (error) {
        outcome = error;
        throw error;
      } finally {
        const status = name === 'spawnSync' || outcome instanceof Error ? outcome : { status: 0 };
        report({
          type: 'process.exited',
          command: command(values),
          ...ending(field(status, 'status'), field(status, 'signal')),
          ms: performance.now() - began,
          ...where,
        });
      }
    });
  }
}

function commandOf(file: unknown, args: unknown): readonly string[] {
  return [String(file), ...(Array.isArray(args) ? args.map(String) : [])];
}

function ending(code: unknown, signal: unknown): object {
  return { ...(typeof code === 'number' && { exit_code: code }), ...(typeof signal === 'string' && { signal }) };
}

function field(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}
