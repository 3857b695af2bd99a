import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRequirement } from '@hermes-runtime/contract';
import { findProgram } from '../sandbox/find-program.ts';
import type { EnvironmentKey, EnvironmentStore } from './environment-store.ts';
import { type ToolCommand, ToolError, runTool } from './run-tool.ts';

/** One line of an installation, or its end. */
export type InstallEvent =
  | { readonly type: 'progress'; readonly message: string }
  | { readonly type: 'installed' }
  | { readonly type: 'failed'; readonly message: string };

export type InstallOptions = {
  readonly store: EnvironmentStore;
  readonly key: EnvironmentKey;
  /** The Python that the packages are for. */
  readonly python: string;
  readonly signal: AbortSignal;
};

/**
 * Installs what an agent asks for into a folder of its own. Called after someone said yes, never by itself.
 * A failure or a cancel leaves nothing behind; what was started is gone before the iteration ends.
 */
export async function* installEnvironment(options: InstallOptions): AsyncGenerator<InstallEvent, void, void> {
  const { store, key, signal } = options;
  if (store.find(key) !== undefined) return yield { type: 'installed' };
  const refused = key.requirements.find((text) => parseRequirement(text, key.language).type === 'flaw');
  if (refused !== undefined) return yield { type: 'failed', message: `"${refused}" is no dependency that can be installed.` };
  const building = store.begin(key);
  let state: 'building' | 'kept' = 'building';
  try {
    for await (const command of key.language === 'python'
      ? pythonCommands(options, building.folder)
      : nodeCommands(options, building.folder)) {
      yield { type: 'progress', message: [command.program, ...command.args].join(' ') };
      for await (const message of runTool(command, signal)) yield { type: 'progress', message };
    }
    building.keep();
    state = 'kept';
    yield { type: 'installed' };
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ToolError)) throw error;
    yield { type: 'failed', message: error.message };
  } finally {
    // Reached too when the reader stops reading.
    if (state === 'building') building.drop();
  }
}

/** `uv` where it is, else the interpreter's own pip, else a virtual environment's. */
async function* pythonCommands({ key, python, signal }: InstallOptions, folder: string): AsyncGenerator<ToolCommand, void, void> {
  const target = join(folder, 'site');
  const uv = findProgram('uv');
  if (uv !== undefined) {
    yield { program: uv, args: ['pip', 'install', '--python', python, '--target', target, '--', ...key.requirements], cwd: folder };
    return;
  }
  let program = python;
  if (!(await succeeds({ program, args: ['-m', 'pip', '--version'], cwd: folder }, signal))) {
    const venv = join(folder, 'venv');
    yield { program: python, args: ['-m', 'venv', venv], cwd: folder };
    program = join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  }
  yield { program, args: ['-m', 'pip', 'install', '--prefer-binary', '--target', target, '--', ...key.requirements], cwd: folder };
}

/** Scripts of packages are not run: they would run with the user's own rights. */
async function* nodeCommands({ key }: InstallOptions, folder: string): AsyncGenerator<ToolCommand, void, void> {
  const npm = findProgram('npm');
  if (npm === undefined) throw new ToolError('npm is needed to install packages for Node, and it is not on the path.');
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  yield { program: npm, args: ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--', ...key.requirements], cwd: folder };
}

async function succeeds(command: ToolCommand, signal: AbortSignal): Promise<boolean> {
  const said: string[] = [];
  try {
    for await (const line of runTool(command, signal)) said.push(line);
    return said.length > 0;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return false;
  }
}
