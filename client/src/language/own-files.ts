import type { Uri } from 'vscode';

/** Whether a file is an agent's descriptor or a configuration, by its name. */
export function isOwnFile({ path }: Uri): boolean {
  return /\/(?:agent|runtime-config|orchestrator-config)\.ya?ml$/.test(path);
}
