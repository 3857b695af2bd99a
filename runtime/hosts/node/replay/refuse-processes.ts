import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import type { AgentFiles } from '../agent-files.ts';
import { patchMethod, type WatchedCall } from '../patch-method.ts';
import { callerPlace } from '../stack-frames.ts';
import type { TaskScope } from '../trace/task-scope.ts';
import type { Divergences } from './divergences.ts';

export type RefuseProcessesDeps = { readonly divergences: Divergences; readonly files: AgentFiles; readonly scope: TaskScope };

/** What a subprocess does is not recorded, so a replay starts none. */
export function refuseProcesses({ divergences, files, scope }: RefuseProcessesDeps): void {
  const refuse = ({ values, door }: WatchedCall): never => {
    throw divergences.note({
      client: 'subprocess',
      method: 'EXEC',
      url: commandOf(values[0]),
      reason: 'subprocess',
      at: callerPlace(door, files),
      turn: scope.iteration().iteration,
    });
  };
  patchMethod(ChildProcess.prototype, 'spawn', refuse);
  for (const name of ['spawnSync', 'execFileSync', 'execSync']) {
    patchMethod(childProcess, name, refuse);
  }
  syncBuiltinESMExports();
}

function commandOf(value: unknown): string {
  const file: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'file') : value;
  return String(file);
}
