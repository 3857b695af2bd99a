import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@hermes-runtime/runtime';
import type { OrchestratorConfig } from '@hermes-runtime/schemas';
import { afterEach } from 'vitest';
import type { Scope } from '../src/auth/scopes.ts';
import { orchestratorPaths } from '../src/cli/read-settings.ts';
import { orchestratorSettings } from '../src/config/orchestrator-settings.ts';
import { type RunningOrchestrator, startOrchestrator } from '../src/start-orchestrator.ts';
import { echo, writeFiles } from './orchestrator-world.ts';

export type Answer = {
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

export type AccessWorld = {
  readonly folder: string;
  readonly orchestrator: RunningOrchestrator;
  readonly url: string;
  readonly log: readonly string[];
  /** A new token of these scopes. */
  readonly token: (...scopes: readonly Scope[]) => string;
  readonly bearer: (...scopes: readonly Scope[]) => Readonly<Record<string, string>>;
  /** A plain request: `fetch` does not let a test say Host, Origin and Sec-Fetch-Site. */
  readonly knock: (method: string, path: string, headers?: Readonly<Record<string, string>>, body?: string) => Promise<Answer>;
};

/** Orchestrators in this process, each with folders and a port of its own. */
export function accessWorlds(): { readonly world: (config?: OrchestratorConfig) => Promise<AccessWorld> } {
  const cleanups: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup();
  });
  return {
    world: async (config = {}) => {
      const folder = mkdtempSync(join(tmpdir(), 'hermes-access-'));
      writeFiles(folder, echo);
      const env = {
        PATH: process.env['PATH'],
        XDG_RUNTIME_DIR: join(folder, 'run'),
        XDG_DATA_HOME: join(folder, 'data'),
        XDG_STATE_HOME: join(folder, 'state'),
      };
      const settings = orchestratorSettings(config, folder, env);
      const lines: string[] = [];
      const log = createLog({ write: (line) => lines.push(line) }, 'debug');
      const orchestrator = await startOrchestrator({ paths: orchestratorPaths(settings, env), settings, log, env });
      cleanups.push(async () => {
        await orchestrator.stop();
        rmSync(folder, { recursive: true, force: true });
      });
      orchestrator.registry.addRoot(join(folder, 'agents'));
      await orchestrator.registry.settled();
      const { url } = await orchestrator.listen({ host: '127.0.0.1', port: 0 });
      let made = 0;
      const token: AccessWorld['token'] = (...scopes) => orchestrator.access.tokens.create({ name: `t${(made += 1)}`, scopes }, Date.now()) ?? '';
      return {
        folder,
        orchestrator,
        url,
        log: lines,
        token,
        bearer: (...scopes) => ({ authorization: `Bearer ${token(...scopes)}`, 'content-type': 'application/json' }),
        knock: (method, path, headers = {}, body = undefined) => knock(url, { method, path, headers, body }),
      };
    },
  };
}

function knock(
  url: string,
  { method, path, headers, body }: { method: string; path: string; headers: Readonly<Record<string, string>>; body: string | undefined },
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers: { host: `${hostname}:${port}`, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const parsed: unknown = /^[[{]/.test(text) ? JSON.parse(text) : text;
        const { error } = Object(parsed) as { error?: { code: string; message: string } };
        resolve({ status: response.statusCode ?? 0, code: error?.code, message: error?.message ?? '', headers: response.headers, body: parsed });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
