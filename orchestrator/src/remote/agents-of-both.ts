import type { AgentDirectory, AgentSource, ListedAgent, Registry } from '@hermes-runtime/runtime';
import type { RemoteAgents } from './remote-agents.ts';

type FoundAgent = ReturnType<AgentSource['find']>;

/** The agents of this machine, and those of the runtime: where both have a name, what is here, which somebody has pushed, wins. */
export function agentsOfBoth(here: Registry, there: RemoteAgents): AgentDirectory {
  return {
    get entries() {
      return [...here.entries, ...there.entries];
    },
    get roots() {
      return here.roots;
    },
    addRoot: (path) => here.addRoot(path),
    settled: () => here.settled(),
    reload: (path) => here.reload(path),
    fresh: async (name, path) => {
      await Promise.all([here.fresh(name, path), there.fresh(name, path)]);
    },
    find: (name, path) => {
      const found = here.find(name, path);
      if (found.status !== 'missing') return found;
      const remote = foundIn(there.entries, name, path);
      return remote.status === 'missing'
        ? { status: 'missing', known: [...new Set([...found.known, ...remote.known])].toSorted() }
        : remote;
    },
    version: (ref) => here.version(ref) ?? there.version(ref),
  };
}

function foundIn(entries: readonly ListedAgent[], name: string, path: string | undefined): FoundAgent {
  const named = entries.filter((entry) => entry.name === name && (path === undefined || entry.folder === path));
  const serving = named.filter((entry) => entry.serving !== undefined);
  const candidates = serving.length > 0 ? serving : named;
  const [entry] = candidates;
  if (entry === undefined) return { status: 'missing', known: entries.flatMap(({ name: known }) => known ?? []) };
  if (candidates.length > 1) return { status: 'ambiguous', paths: candidates.map(({ folder }) => folder) };
  if (entry.serving) return { status: 'found', agent: entry.serving };
  const { state } = entry;
  const failure =
    'failure' in state && state.failure
      ? state.failure
      : { code: 'import_error' as const, message: `Agent "${name}" is still loading. Try again in a moment.` };
  return { status: 'unusable', failure, problems: entry.problems };
}
