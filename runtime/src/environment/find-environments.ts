import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AgentVersion } from '../ports.ts';
import { findProgram } from '../sandbox/find-program.ts';
import { isInside } from '../sandbox/grants.ts';
import type { AgentEnvironment, Environments, MissingEnvironment } from './agent-environment.ts';
import { type PythonInterpreter, type PythonSearch, findPython } from './python-interpreter.ts';

export type EnvironmentOptions = {
  /** The setting, or `HERMES_PYTHON`. */
  readonly python?: string;
};

/** Finds what agents need; asks an interpreter what it is once for each program, and again only when it was missing. */
export function createEnvironments(options: EnvironmentOptions): Environments {
  const pythons = new Map<string, Promise<PythonSearch>>();

  async function pythonFor(folder: string): Promise<PythonSearch> {
    const known = pythons.get(folder) ?? findPython(folder, options.python);
    pythons.set(folder, known);
    const search = await known;
    if (search.status === 'missing') pythons.delete(folder);
    return search;
  }

  return {
    find: async (agent) => {
      const type = agent.file.runtime?.type;
      if (type === 'nodejs') return nodeEnvironment();
      if (type === 'shell') return shellEnvironment();
      const search = await pythonFor(agent.folder);
      return search.status === 'missing' ? missingPython(agent, search.reason) : pythonEnvironment(search.python);
    },
  };
}

function pythonEnvironment(python: PythonInterpreter): AgentEnvironment {
  return {
    status: 'ready',
    interpreter: [python.program],
    languageVersion: python.version,
    interpreterPaths: outsideUsr([python.basePrefix, python.program]),
    packages: python.environmentPackages,
    env: {},
  };
}

/** Node agents run on the runtime's own program; inside an editor that is Electron, which behaves as Node when told to. */
function nodeEnvironment(): AgentEnvironment {
  const program = realpathSync(process.execPath);
  const electron = process.versions['electron'] !== undefined;
  return {
    status: 'ready',
    interpreter: [program],
    languageVersion: process.versions.node,
    // Electron's program needs the files beside it.
    interpreterPaths: outsideUsr([electron ? dirname(program) : program]),
    packages: [],
    env: electron ? { ELECTRON_RUN_AS_NODE: '1' } : {},
  };
}

function shellEnvironment(): AgentEnvironment | MissingEnvironment {
  const program = findProgram('sh');
  if (program === undefined) {
    return {
      status: 'waiting',
      waiting_for: 'interpreter',
      missing: ['sh'],
      failure: { code: 'interpreter_missing', message: 'There is no shell "sh" on this machine.' },
    };
  }
  return { status: 'ready', interpreter: [program], languageVersion: 'sh', interpreterPaths: [], packages: [], env: {} };
}

function missingPython(agent: AgentVersion, reason: string): MissingEnvironment {
  return {
    status: 'waiting',
    waiting_for: 'interpreter',
    missing: ['python3'],
    failure: {
      code: 'interpreter_missing',
      message: `agent "${agent.ref.name}" needs Python 3.9 or newer: ${reason}. Install python3, or name one in HERMES_PYTHON.`,
    },
  };
}

/** What the sandbox does not show anyway; a path inside another of the list is left out. */
function outsideUsr(paths: readonly string[]): string[] {
  const outside = paths.filter((path) => !['/usr', '/nix/store'].some((folder) => isInside(path, folder)));
  return outside.filter((path, index) => !outside.some((other, at) => at !== index && other !== path && isInside(path, other)));
}
