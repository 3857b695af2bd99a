import type { AgentFile } from '@hermes-runtime/schemas';
import type { EnvironmentWishes, Environments, MissingEnvironment } from './agent-environment.ts';
import type { InstallEvent } from './install-environment.ts';

/** Installs for the agent in a folder; the end of the signal leaves nothing half done. */
export type InstallDependencies = (
  agentPath: string,
  options: EnvironmentWishes & { readonly signal: AbortSignal },
) => AsyncIterable<InstallEvent>;

/** Whether the agent in a folder could run now. */
export type LookUpEnvironment = (agentPath: string, wishes: EnvironmentWishes) => Promise<EnvironmentAnswer>;

export type EnvironmentAnswer = { readonly status: 'ready'; readonly language_version: string } | MissingEnvironment;

/** Environments by the folder of the agent, for those who know nothing else of it. */
export function environmentService(
  environments: Environments,
  fileIn: (agentPath: string) => AgentFile | undefined,
): { readonly install: InstallDependencies; readonly lookUp: LookUpEnvironment } {
  return {
    install: async function* install(folder, options) {
      const file = fileIn(folder);
      if (file) yield* environments.install({ file, folder }, options);
      else yield { type: 'failed', message: `The agent.yaml in ${folder} cannot be read, so nobody knows what to install.` };
    },
    lookUp: async (folder, wishes) => {
      const file = fileIn(folder);
      if (file === undefined) return unreadable(folder);
      const found = await environments.find({ file, folder }, wishes);
      return found.status === 'ready' ? { status: 'ready', language_version: found.languageVersion } : found;
    },
  };
}

function unreadable(folder: string): MissingEnvironment {
  const message = `The agent.yaml in ${folder} cannot be read, so nobody knows what it needs.`;
  return { status: 'waiting', waiting_for: 'dependencies', missing: [], failure: { code: 'import_error', message } };
}
