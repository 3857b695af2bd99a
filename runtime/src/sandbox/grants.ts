import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, relative, resolve } from 'node:path';
import type { AgentVersion } from '../ports.ts';
import { matchesPath } from './path-glob.ts';
import type { Mount } from './launch-plan.ts';

/** What `permissions` of an agent comes to on this machine. */
export type Grants = {
  readonly network: 'open' | 'none' | readonly string[];
  readonly mounts: readonly Mount[];
  /** Keys that this rung cannot hold for this agent. */
  readonly notEnforced: readonly string[];
};

/** Which wishes about the network a sandbox can hold. */
export type HeldNetworks = { readonly none: boolean; readonly hosts: boolean };

/**
 * Without the block the network is open and nothing beside the agent's own folder is seen.
 * With it: exactly the block, minus what the configuration forbids. Paths are compared after links are resolved.
 */
export function grantsOf(agent: AgentVersion, forbidden: readonly string[], holds: HeldNetworks): Grants {
  const permissions = agent.file.permissions;
  if (permissions === undefined) return { network: 'open', mounts: [], notEnforced: [] };
  const hosts = permissions.network ?? [];
  const mounts = [
    ...(permissions.read ?? []).flatMap((path) => mountOf(agent, path, forbidden, false)),
    ...(permissions.write ?? []).flatMap((path) => mountOf(agent, path, forbidden, true)),
  ];
  const network = hosts.length === 0 ? 'none' : hosts;
  const notEnforced = (network === 'none' ? holds.none : holds.hosts) ? [] : ['permissions.network'];
  // Code that an agent may rewrite is not the version that the task says it runs.
  if ((permissions.write ?? []).some((path) => isInside(agent.folder, resolve(agent.folder, path)))) notEnforced.push('permissions.write');
  return { network, mounts, notEnforced };
}

/** A folder that does not exist is not granted: creating it would be a write of ours in the author's folder. */
function mountOf(agent: AgentVersion, path: string, forbidden: readonly string[], writable: boolean): Mount[] {
  const target = resolve(agent.folder, path);
  if (target === agent.folder || !existsSync(target)) return [];
  if (writable && isInside(agent.folder, target)) return [];
  const source = realpathSync(target);
  if (isForbidden(source, forbidden) || isForbidden(target, forbidden)) return [];
  return [{ source, target, writable }];
}

/** A pattern without a leading slash or `~` may match anywhere in the path, as in `.ssh/**`. */
export function isForbidden(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const absolute = pattern.startsWith('~/') ? resolve(homedir(), pattern.slice(2)) : pattern;
    return matchesPath(path, isAbsolute(absolute) ? absolute : `**/${absolute}`);
  });
}

/** Whether one path lies inside another, or is it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
