import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { findProgram } from '../sandbox/find-program.ts';
import { isInside } from '../sandbox/grants.ts';
import type { AgentEnvironment, EnvironmentSubject, MissingEnvironment } from './agent-environment.ts';
import type { PythonInterpreter } from './python-interpreter.ts';

export function pythonEnvironment(python: PythonInterpreter, packages: readonly string[]): AgentEnvironment {
  return {
    status: 'ready',
    interpreter: [python.program],
    languageVersion: python.version,
    interpreterPaths: outsideUsr([python.basePrefix, python.program]),
    packages,
    env: {},
  };
}

/** Node agents run on the runtime's own program; inside an editor that is Electron, which behaves as Node when told to. */
export function nodeEnvironment(packages: readonly string[]): AgentEnvironment {
  const program = realpathSync(process.execPath);
  const electron = process.versions['electron'] !== undefined;
  return {
    status: 'ready',
    interpreter: [program],
    languageVersion: process.versions.node,
    // Electron's program needs the files beside it.
    interpreterPaths: outsideUsr([electron ? dirname(program) : program]),
    packages,
    env: electron ? { ELECTRON_RUN_AS_NODE: '1' } : {},
  };
}

export function shellEnvironment(): AgentEnvironment | MissingEnvironment {
  const program = findProgram('sh');
  if (program !== undefined)
    return { status: 'ready', interpreter: [program], languageVersion: 'sh', interpreterPaths: [], packages: [], env: {} };
  return {
    status: 'waiting',
    waiting_for: 'interpreter',
    missing: ['sh'],
    failure: { code: 'interpreter_missing', message: 'There is no shell "sh" on this machine.' },
  };
}

export function missingPython(agent: EnvironmentSubject, reason: string): MissingEnvironment {
  return {
    status: 'waiting',
    waiting_for: 'interpreter',
    missing: ['python3'],
    failure: {
      code: 'interpreter_missing',
      message: `agent "${agent.file.name}" needs Python 3.9 or newer: ${reason}. Install python3, or name one in HERMES_PYTHON.`,
    },
  };
}

export function missingDependencies(agent: EnvironmentSubject, missing: readonly string[]): MissingEnvironment {
  return {
    status: 'waiting',
    waiting_for: 'dependencies',
    missing,
    failure: {
      code: 'dependencies_missing',
      message: `agent "${agent.file.name}" needs ${missing.join(', ')}. Nothing is installed unasked: run it with --install, or install from the editor.`,
    },
  };
}

/** What the sandbox does not show anyway; a path inside another of the list is left out. */
function outsideUsr(paths: readonly string[]): string[] {
  const outside = paths.filter((path) => !['/usr', '/nix/store'].some((folder) => isInside(path, folder)));
  return outside.filter((path, index) => !outside.some((other, at) => at !== index && other !== path && isInside(path, other)));
}
