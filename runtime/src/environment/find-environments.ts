import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runtimePaths } from '../daemon/paths.ts';
import type { AgentEnvironment, EnvironmentSubject, EnvironmentWishes, Environments, MissingEnvironment } from './agent-environment.ts';
import { debuggerKey, noDebugger, withDebugger } from './debugger-packages.ts';
import { missingDependencies, missingPython, nodeEnvironment, pythonEnvironment, shellEnvironment } from './environment-of-language.ts';
import { createEnvironmentStore } from './environment-store.ts';
import { type InstallEvent, installEnvironment } from './install-environment.ts';
import { packagesOfVirtualEnvironment, readNodePackages, readPythonPackages } from './installed-packages.ts';
import { type PythonInterpreter, type PythonSearch, findPython } from './python-interpreter.ts';
import { unmetRequirements } from './unmet-requirements.ts';

export type EnvironmentOptions = {
  /** The setting, or `HERMES_PYTHON`. */
  readonly python?: string;
  /** Where environments are kept. @default the folder `environments` in the user's data folder */
  readonly folder?: string;
};

/** Finds what agents need; asks an interpreter what it is once, and again only when it was missing. */
export function createEnvironments(options: EnvironmentOptions): Environments {
  const store = createEnvironmentStore(options.folder ?? join(runtimePaths().data, 'environments'));
  const pythons = new Map<string, Promise<PythonSearch>>();
  const asked = new Map<string, PythonInterpreter>();

  async function pythonFor(folder: string): Promise<PythonSearch> {
    const known = pythons.get(folder) ?? findPython(folder, options.python);
    pythons.set(folder, known);
    const search = await known;
    if (search.status === 'missing') pythons.delete(folder);
    else asked.set(folder, search.python);
    return search;
  }

  async function findForPython(agent: EnvironmentSubject, wishes: EnvironmentWishes): Promise<AgentEnvironment | MissingEnvironment> {
    const search = await pythonFor(agent.folder);
    if (search.status === 'missing') return missingPython(agent, search.reason);
    const { python } = search;
    const environment = packagesFor(agent, python);
    return wishes.debugger === true && environment.status === 'ready' ? withDebugger(agent, environment, { python, store }) : environment;
  }

  function packagesFor(agent: EnvironmentSubject, python: PythonInterpreter): AgentEnvironment | MissingEnvironment {
    const made = store.find({ language: 'python', version: python.version, requirements: dependenciesOf(agent) });
    if (made !== undefined) return pythonEnvironment(python, [made]);
    const unmet = unmetRequirements(
      dependenciesOf(agent),
      'python',
      readPythonPackages([...python.environmentPackages, ...python.sitePackages]),
    );
    return unmet.length > 0 ? missingDependencies(agent, unmet) : pythonEnvironment(python, python.environmentPackages);
  }

  function findForNode(agent: EnvironmentSubject): AgentEnvironment | MissingEnvironment {
    const made = store.find({ language: 'nodejs', version: process.versions.node, requirements: dependenciesOf(agent) });
    if (made !== undefined) return nodeEnvironment([made]);
    const own = ownNodeModules(agent.folder);
    const unmet = unmetRequirements(dependenciesOf(agent), 'nodejs', readNodePackages(own));
    return unmet.length > 0 ? missingDependencies(agent, unmet) : nodeEnvironment(own);
  }

  async function* install(
    agent: EnvironmentSubject,
    { signal, debugger: forDebugger = false }: EnvironmentWishes & { readonly signal: AbortSignal },
  ): AsyncGenerator<InstallEvent, void, void> {
    const language = agent.file.runtime?.type;
    if (language !== 'python' && language !== 'nodejs') return yield { type: 'installed' };
    const requirements = dependenciesOf(agent);
    // Node brings its own debugger.
    if (language === 'nodejs' && forDebugger) return yield { type: 'installed' };
    if (language === 'nodejs')
      return yield* installEnvironment({ store, key: { language, version: process.versions.node, requirements }, python: '', signal });
    const search = await pythonFor(agent.folder);
    if (search.status === 'missing') return yield { type: 'failed', message: missingPython(agent, search.reason).failure.message };
    const { version, program } = search.python;
    const key = forDebugger ? debuggerKey(search.python) : { language, version, requirements };
    yield* installEnvironment({ store, key, python: program, signal });
  }

  return {
    find: async (agent, wishes = {}) => {
      const type = agent.file.runtime?.type;
      if (type === 'nodejs') return findForNode(agent);
      if (type === 'shell') return wishes.debugger === true ? noDebugger(agent) : shellEnvironment();
      return findForPython(agent, wishes);
    },
    install,
    installed: ({ folder, dependencies }, language) => {
      const made = store.findAnyVersion(language, dependencies);
      if (language === 'nodejs') return readNodePackages(made === undefined ? ownNodeModules(folder) : [made]);
      if (made !== undefined) return readPythonPackages([made]);
      const own = packagesOfVirtualEnvironment(join(folder, '.venv'));
      const known = own.length > 0 ? own : asked.get(folder)?.sitePackages;
      return known === undefined ? undefined : readPythonPackages(known);
    },
  };
}

function dependenciesOf(agent: EnvironmentSubject): readonly string[] {
  return agent.file.runtime?.dependencies ?? [];
}

/** As Node looks for packages: the folder's own, then those above it. */
function ownNodeModules(folder: string): string[] {
  const own = join(folder, 'node_modules');
  const above = folder === dirname(folder) ? [] : ownNodeModules(dirname(folder));
  return existsSync(own) ? [own, ...above] : above;
}
