import type { AgentEnvironment, EnvironmentSubject, MissingEnvironment } from './agent-environment.ts';
import type { EnvironmentKey, EnvironmentStore } from './environment-store.ts';
import { readPythonPackages } from './installed-packages.ts';
import type { PythonInterpreter } from './python-interpreter.ts';

/**
 * debugpy lies in an environment of its own, one for each Python, and stands behind the agent's packages while it is debugged:
 * what the agent can import otherwise, and the digest of its environment, stay as they are.
 */
export function debuggerKey(python: PythonInterpreter): EnvironmentKey {
  return { language: 'python', version: python.version, requirements: ['debugpy>=1.8,<2'] };
}

/** The environment with debugpy in it: the agent's own, or the one that was installed for debugging. */
export function withDebugger(
  agent: EnvironmentSubject,
  environment: AgentEnvironment,
  parts: { readonly python: PythonInterpreter; readonly store: EnvironmentStore },
): AgentEnvironment | MissingEnvironment {
  const { python, store } = parts;
  const own = readPythonPackages([...environment.packages, ...python.sitePackages]);
  if (own.some(({ name }) => name === 'debugpy')) return environment;
  const made = store.find(debuggerKey(python));
  return made === undefined ? missingDebugger(agent) : { ...environment, packages: [...environment.packages, made] };
}

function missingDebugger({ file }: EnvironmentSubject): MissingEnvironment {
  return {
    status: 'waiting',
    waiting_for: 'dependencies',
    missing: ['debugpy'],
    failure: {
      code: 'debugger_missing',
      message: `Debugging agent "${file.name}" needs debugpy beside its packages, and it is not there. Install it: hermes-runtime debug ${file.name} --install, or from the editor. The agent's own packages stay as they are.`,
    },
  };
}

/** A shell has no debugger. */
export function noDebugger({ file }: EnvironmentSubject): MissingEnvironment {
  return {
    status: 'waiting',
    waiting_for: 'interpreter',
    missing: [],
    failure: {
      code: 'debugger_missing',
      message: `Agent "${file.name}" is a shell script, and there is no debugger for those. Run it, or replay it, and look at its trace.`,
    },
  };
}
