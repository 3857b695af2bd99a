import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { AgentSummary } from '@hermes-runtime/schemas';
import { validateAgentSummary } from '@hermes-runtime/schemas/messages';
import { RefusedError, type RuntimeClient } from '../daemon/runtime-client.ts';
import { descriptorIn } from '../registry/scan.ts';
import { CliError, exitCodes } from './exit-codes.ts';

/** The agent that a person means by a name or a folder; what is here comes before what the runtime knows from elsewhere. */
export async function findAgent(client: RuntimeClient, reference: string): Promise<AgentSummary> {
  if (isFolder(reference)) return agentIn(client, folderOf(reference));
  const here = realpathSync('.');
  await client.call('PUT', '/api/v1/roots', { body: { path: here } });
  const found = (await agents(client)).filter(({ name }) => name === reference);
  const near = found.filter(({ path }) => path.startsWith(here));
  const candidates = near.length > 0 ? near : found;
  const [agent] = candidates;
  if (!agent) {
    throw new CliError(
      exitCodes.usage,
      l10n.t('There is no agent "{0}" in this folder. Give its folder, or run in the folder above it.', reference),
    );
  }
  if (candidates.length > 1) {
    const places = candidates.map(({ path }) => `  ${path}`).join('\n');
    throw new CliError(
      exitCodes.usage,
      `${l10n.t('{0} agents are called "{1}". Give the folder of one:', candidates.length, reference)}\n${places}`,
    );
  }
  return settled(client, agent);
}

/** A name has neither slash nor dot; a folder with a descriptor is one, whatever it is called. */
export function isFolder(reference: string): boolean {
  return (
    /[/\\]|^\.{1,2}$/.test(reference) ||
    (existsSync(reference) && statSync(reference).isDirectory() && descriptorIn(reference) !== undefined)
  );
}

function folderOf(reference: string): string {
  const path = resolve(reference.replace(/[/\\]agent\.ya?ml$/, ''));
  if (!existsSync(path)) throw new CliError(exitCodes.usage, l10n.t('There is no folder {0}.', path));
  if (descriptorIn(path) === undefined) throw new CliError(exitCodes.usage, l10n.t('{0} has no agent.yaml.', path));
  return realpathSync(path);
}

async function agentIn(client: RuntimeClient, folder: string): Promise<AgentSummary> {
  await client.call('PUT', '/api/v1/roots', { body: { path: folder } });
  const agent = (await agents(client)).find(({ path }) => path === folder);
  if (!agent) throw new CliError(exitCodes.usage, l10n.t('{0} has no agent.yaml.', folder));
  return settled(client, agent);
}

/** The same agent once its newest version has an outcome. */
async function settled(client: RuntimeClient, agent: AgentSummary): Promise<AgentSummary> {
  const { body } = await client.call(
    'GET',
    `/api/v1/agents/${encodeURIComponent(agent.name)}?path=${encodeURIComponent(agent.path)}&fresh=1`,
  );
  return validateAgentSummary(body) ? body : agent;
}

async function agents(client: RuntimeClient): Promise<readonly AgentSummary[]> {
  const { body } = await client.call('GET', '/api/v1/agents');
  if (!Array.isArray(body)) throw new RefusedError(500, body);
  return body.filter((agent) => validateAgentSummary(agent));
}
