import * as l10n from '@vscode/l10n';
import type { SubmitTask } from '@hermes-runtime/schemas';
import type { AgentSource, AgentVersion } from '../ports.ts';
import { SubmitError } from './engine.ts';

/** The version that a request means. Throws `SubmitError` where there is none, or more than one. */
export function findAgent(agents: AgentSource, { agent_name: name, agent_path, agent_version, agent_digest }: SubmitTask): AgentVersion {
  const found = agents.find(name, agent_path);
  const isServed = found.status === 'found' && found.agent.ref.digest === agent_digest;
  if (agent_digest !== undefined && agent_path === undefined && !isServed) {
    const delivered = agents.delivered?.(agent_digest);
    if (delivered?.ref.name === name) return runnable(delivered, agent_version);
    if (found.status !== 'found') throw codeGone(agent_digest, name);
  }
  switch (found.status) {
    case 'missing':
      throw new SubmitError(
        'unknown_agent',
        found.known.length === 0
          ? l10n.t('There is no agent "{0}", and no other. Check agent.search_path.', name)
          : l10n.t('There is no agent "{0}". Known: {1}.', name, found.known.slice(0, 20).join(', ')),
        { candidates: found.known },
      );
    case 'ambiguous':
      throw new SubmitError(
        'ambiguous_agent',
        l10n.t('More than one agent is called "{0}". Say which with agent_path: {1}.', name, found.paths.join(', ')),
        {
          candidates: found.paths,
        },
      );
    case 'unusable':
      throw new SubmitError('agent_unusable', l10n.t('Agent "{0}" cannot run: {1}', name, found.failure.message), {
        failure: found.failure,
      });
    case 'found':
      return runnable(exactly(agents, found.agent, { digest: agent_digest, version: agent_version }), agent_version);
  }
}

/** The version of a digest: the one that serves, or one that is kept. */
function exactly(
  agents: AgentSource,
  agent: AgentVersion,
  { digest, version = agent.ref.version }: { readonly digest: string | undefined; readonly version: string | undefined },
): AgentVersion {
  if (digest === undefined || digest === agent.ref.digest) return agent;
  const kept = agents.version?.({ ...agent.ref, digest, version });
  if (kept !== undefined) return kept;
  throw codeGone(digest, agent.ref.name);
}

function codeGone(digest: string, name: string): SubmitError {
  return new SubmitError('code_gone', l10n.t('The files {0} of agent "{1}" are not on this machine.', digest.slice(0, 12), name));
}

function runnable(agent: AgentVersion, version: string | undefined): AgentVersion {
  const { name } = agent.ref;
  if (agent.file.runtime === undefined) {
    throw new SubmitError('not_runnable', l10n.t('Agent "{0}" is made of steps, which this version does not run yet.', name));
  }
  if (version !== undefined && version !== agent.ref.version) {
    throw new SubmitError('version_not_served', l10n.t('Agent "{0}" is served in version {1}, not {2}.', name, agent.ref.version, version));
  }
  return agent;
}
