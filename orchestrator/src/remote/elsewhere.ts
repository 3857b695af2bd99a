import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Elsewhere, type Log, type RuntimePaths, runtimeClient, systemClock } from '@hermes-runtime/runtime';
import type { OrchestratorSettings } from '../config/orchestrator-settings.ts';
import { agentsOfBoth } from './agents-of-both.ts';
import { keptDescriptors } from './kept-descriptors.ts';
import { RemoteAgents } from './remote-agents.ts';
import { remoteRunner } from './remote-runner.ts';

/** Attempts at once on that runtime; it has slots of its own, and what does not fit waits there. */
const slots = 32;
/** Streams are pinged every 15 s: a connection that is silent for longer than this is dead. */
const silentMs = 45_000;

export type RemoteRuntime = { readonly elsewhere: Elsewhere; readonly start: () => Promise<void>; readonly close: () => Promise<void> };

/** The runtime that attempts go to, as the configuration names it. Reads the token's file, and throws what that throws. */
export function remoteRuntime(remote: NonNullable<OrchestratorSettings['remote']>, paths: RuntimePaths, log: Log): RemoteRuntime {
  const { url, lostAfterMs } = remote;
  const client = runtimeClient({ url, token: tokenOf(remote), silentMs });
  const agents = new RemoteAgents({ client, clock: systemClock, log, kept: keptDescriptors(join(paths.data, 'descriptors')) });
  const runner = remoteRunner({ client, clock: systemClock, log, url, lostAfterMs, rung: () => rungOf(agents.rung) });
  return {
    elsewhere: {
      runner,
      slots,
      agents: (here) => agentsOfBoth(here, agents),
      refusal: () => {
        const { problem } = agents;
        return problem === undefined
          ? undefined
          : { code: 'runtime_unreachable', message: `The runtime at ${url} cannot be reached: ${problem}` };
      },
    },
    start: () => agents.start(),
    close: async () => {
      await agents.close();
      client.close();
    },
  };
}

function tokenOf({ token, tokenFile }: NonNullable<OrchestratorSettings['remote']>): string | undefined {
  return token ?? (tokenFile === undefined ? undefined : readFileSync(tokenFile, 'utf8').trim());
}

function rungOf(name: string): ReturnType<Elsewhere['runner']['rung']> {
  return name === 'namespaces' || name === 'seatbelt' ? name : 'job-only';
}
