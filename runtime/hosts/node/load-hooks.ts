import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AgentFiles } from './agent-files.ts';
import { helperModuleName, helperModuleSource } from './helper-module.ts';

export type LoadHookOptions = {
  readonly files: AgentFiles;
  /** `node_modules` folders that are looked into after the agent's own. */
  readonly modules: readonly string[];
  /** Called for each of the agent's own files that holds code; answers the text to compile. */
  readonly transform: (source: string, url: string) => string;
};

/**
 * Makes Node compile the agent's files under the author's paths while their bytes come from the snapshot.
 * A file outside the agent's folder goes the normal way.
 */
export function installLoadHooks({ files, modules, transform }: LoadHookOptions): void {
  const helperUrl = pathToFileURL(path.join(files.folder, 'node_modules', helperModuleName, 'index.mjs')).href;
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      if (specifier === helperModuleName) {
        return { url: helperUrl, format: 'module', shortCircuit: true };
      }
      const parent = context.parentURL === undefined ? undefined : files.toSnapshot(context.parentURL);
      if (parent === undefined) {
        const own = files.toSnapshot(specifier);
        if (own === undefined) {
          return nextResolve(specifier, context);
        }
        // The entrypoint, or an absolute path that the agent built from its own `__dirname`.
        return { url: pathToFileURL(fileURLToPath(files.toFolder(own) ?? own)).href, shortCircuit: true };
      }
      const found = resolveFrom(files.toSnapshot(specifier) ?? specifier, parent, modules, (request, parentURL) =>
        context.conditions.includes('require')
          ? { url: fileUrlOf(createRequire(parentURL).resolve(request)) }
          : nextResolve(request, { ...context, parentURL }),
      );
      return { ...found, url: files.toFolder(found.url) ?? found.url, shortCircuit: true };
    },
    load: (url, context, nextLoad) => {
      if (url === helperUrl) {
        return { format: 'module', source: helperModuleSource, shortCircuit: true };
      }
      const real = files.toSnapshot(url);
      if (real === undefined || !existsSync(fileURLToPath(real))) {
        return nextLoad(url, context);
      }
      const loaded = nextLoad(real, context);
      const isCode = loaded.format !== undefined && loaded.format !== null && /^(module|commonjs)/.test(loaded.format);
      if (!isCode || loaded.source === undefined || loaded.source === null) {
        return loaded;
      }
      const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
      return { ...loaded, source: transform(source, url) };
    },
  });
}

function fileUrlOf(resolved: string): string {
  return path.isAbsolute(resolved) ? pathToFileURL(resolved).href : resolved;
}

type Resolve<T> = (request: string, parentURL: string) => T;

/** As Node does from the snapshot; a bare name that is not there is then looked for in the environment. */
function resolveFrom<T>(request: string, parent: string, modules: readonly string[], resolve: Resolve<T>): T {
  try {
    return resolve(request, parent);
  } catch (error) {
    const isBare = !request.startsWith('.') && !path.isAbsolute(request) && !request.includes(':');
    for (const folder of isBare ? modules : []) {
      const candidate = attempt(() => resolve(request, pathToFileURL(path.join(path.dirname(folder), 'agent.js')).href));
      if (candidate !== undefined) {
        return candidate;
      }
    }
    throw error;
  }
}

function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    // The first place's own error is the one that an author understands; it is thrown by the caller.
    return undefined;
  }
}
