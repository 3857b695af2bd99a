import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Embedding,
  type Environment,
  type Log,
  type RunningRuntime,
  type RuntimePaths,
  secretSource,
  startRuntime,
} from '@hermes-runtime/runtime';
import { type Access, openAccess } from './auth/access.ts';
import { addAudit } from './auth/audit-routes.ts';
import { scopedTokens } from './auth/authorize.ts';
import { deniedAudit } from './auth/denied.ts';
import { addBundles } from './bundles/bundle-routes.ts';
import { openBundleStore } from './bundles/bundle-store.ts';
import type { OrchestratorSettings } from './config/orchestrator-settings.ts';
import { type RemoteRuntime, remoteRuntime } from './remote/elsewhere.ts';

export type OrchestratorOptions = {
  readonly paths: RuntimePaths;
  readonly settings: OrchestratorSettings;
  readonly log: Log;
  readonly env: Environment;
};

export type RunningOrchestrator = RunningRuntime & { readonly access: Access };

/** Puts one orchestrator together: a runtime of its own, to which it brings tokens, the audit and its routes. Not yet reachable. */
export async function startOrchestrator({ paths, settings, log, env }: OrchestratorOptions): Promise<RunningOrchestrator> {
  const access = openAccess(paths.data);
  const bundles = openBundleStore(join(paths.data, 'bundles'));
  let remote: RemoteRuntime | undefined;
  try {
    remote = settings.remote && remoteRuntime(settings.remote, paths, log);
    // Agents are known before the first task is taken, if the runtime is there.
    await remote?.start();
    access.audit.prune(Date.now());
    const embedding: Embedding = {
      authorize: scopedTokens(access.tokens),
      refused: deniedAudit(access),
      hostNames: settings.allowedHosts,
      ...(remote && { elsewhere: remote.elsewhere }),
      extend: (api, { registry }) => {
        addAudit(api, { audit: access.audit, log });
        addBundles(api, { registry, bundles, secrets: secretSource({ env, file: paths.secrets }) });
      },
      ...(settings.tls && { tls: { cert: readFileSync(settings.tls.cert, 'utf8'), key: readFileSync(settings.tls.key, 'utf8') } }),
    };
    const runtime = await startRuntime({ paths, settings: settings.runtime, mode: 'serve', log, env, embedding });
    runtime.registry.addRoot(bundles.served);
    const stop = async (): Promise<void> => {
      await runtime.stop();
      await remote?.close();
      bundles.close();
      access.close();
    };
    return { ...runtime, access, stop };
  } catch (error) {
    await remote?.close();
    bundles.close();
    access.close();
    throw error;
  }
}
