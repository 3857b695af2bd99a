import type { DebugReady } from '@hermes-runtime/schemas';
import type { DebugConfiguration } from 'vscode';
import { debugType } from './debug-type.ts';

/** The session that joins a waiting debuggee: our own type speaks DAP over a socket, Node's is the editor's js-debug. */
export function attachConfiguration(
  name: string,
  { adapter, socket, websocket, hidden = [] }: DebugReady,
  taskId: string,
): DebugConfiguration {
  if (adapter === 'debugpy') {
    return { type: debugType, request: 'attach', name, socket, task_id: taskId, internalConsoleOptions: 'neverOpen' };
  }
  return {
    type: 'pwa-node',
    request: 'attach',
    name,
    task_id: taskId,
    websocketAddress: websocket ?? '',
    continueOnAttach: true,
    autoAttachChildProcesses: false,
    // What runs has the lines of the file, and more on them.
    enableContentValidation: false,
    sourceMaps: false,
    skipFiles: ['<node_internals>/**', ...hidden.map((folder) => `${folder}/**`)],
    internalConsoleOptions: 'neverOpen',
  };
}
