import { homedir } from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';

/** The runtime's own log file if there is one, else what this window has to say. */
export async function openLogs(session: Session): Promise<void> {
  const file = vscode.Uri.file(logFile(process.env));
  const there = await vscode.workspace.fs.stat(file).then(
    () => true,
    () => false /* No runtime has run yet. */,
  );
  if (there) await vscode.window.showTextDocument(file, { preview: true });
  else session.log.show();
}

/** By the XDG specification a relative path does not count. */
export function logFile(env: Readonly<Record<string, string | undefined>>): string {
  const state = env['XDG_STATE_HOME'];
  const base = state !== undefined && path.isAbsolute(state) ? state : path.join(env['HOME'] ?? homedir(), '.local', 'state');
  return path.join(base, 'hermes-runtime', 'runtime.log');
}
