import * as vscode from 'vscode';

/** Whether a view that is shown may start a runtime; running an agent always may. */
export function startsByItself(): boolean {
  return vscode.workspace.getConfiguration('hermesRuntime').get('startRuntime') !== 'manually';
}

/** The interpreter that the person chose goes to the runtime as a variable of its environment. */
export function runtimeEnvironment(): Readonly<Record<string, string | undefined>> {
  const python = vscode.workspace.getConfiguration('hermesRuntime').get<string>('pythonPath');
  return python === undefined || python === '' ? process.env : { ...process.env, HERMES_PYTHON: python };
}
