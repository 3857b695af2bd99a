import { existsSync, readFileSync, statSync } from 'node:fs';
import nodeModule, { createRequire, isBuiltin, registerHooks, stripTypeScriptTypes, type LoadFnOutput } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AgentFiles } from './agent-files.ts';
import { undiciPackageSuffix } from './garbled/watch-undici-package.ts';
import { helperModuleName, helperModuleSource } from './helper-module.ts';

export type LoadHookOptions = {
  readonly files: AgentFiles;
  /** `node_modules` folders that are looked into after the agent's own. */
  readonly modules: readonly string[];
  /** Called for each of the agent's own files that holds code; answers the text to compile. */
  readonly transform: (source: string, url: string) => string;
};

/** What the loader was about when it failed; Node's own error often does not say. */
export type LoadProgress = {
  /** The last of the agent's own files whose text was given to Node. */
  readonly lastCompiled: () => string | undefined;
  /** The import that found nothing. */
  readonly unresolved: () => { readonly specifier: string; readonly parent: string } | undefined;
};

/**
 * Makes Node compile the agent's files under the author's paths while their bytes come from the snapshot.
 * A file outside the agent's folder goes the normal way.
 */
export function installLoadHooks({ files, modules, transform }: LoadHookOptions): LoadProgress {
  const helperUrl = pathToFileURL(path.join(files.folder, 'node_modules', helperModuleName, 'index.mjs')).href;
  let lastCompiled: string | undefined;
  let unresolved: { readonly specifier: string; readonly parent: string } | undefined;
  // `require.resolve` below comes back to these hooks; then it is Node's turn.
  let isResolving = false;
  resolveOwnFilenames(files);
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      if (specifier === helperModuleName) {
        return { url: helperUrl, format: 'module', shortCircuit: true };
      }
      if (isBuiltin(specifier)) {
        return nextResolve(specifier, context);
      }
      const { parentURL } = context;
      const parent = parentURL === undefined ? undefined : files.toSnapshot(parentURL);
      if (isResolving || parent === undefined || parentURL === undefined) {
        // The entrypoint, or an absolute path that the agent built from its own `__dirname`.
        const own = isResolving ? undefined : files.toSnapshot(specifier);
        return own === undefined ? nextResolve(specifier, context) : { url: asUrl(files.toFolder(own) ?? own), shortCircuit: true };
      }
      isResolving = true;
      try {
        const found = resolveFrom(files.toSnapshot(specifier) ?? specifier, parent, modules, (request, from) =>
          context.conditions.includes('require')
            ? { url: asUrl(createRequire(from).resolve(request.startsWith('file:') ? fileURLToPath(request) : request)) }
            : nextResolve(request, { ...context, parentURL: from }),
        );
        return { ...found, url: files.toFolder(found.url) ?? found.url, shortCircuit: true };
      } catch (error) {
        unresolved = { specifier, parent: parentURL };
        throw error;
      } finally {
        isResolving = false;
      }
    },
    load: (url, context, nextLoad) => {
      if (url === helperUrl) {
        return { format: 'module', source: helperModuleSource, shortCircuit: true };
      }
      const real = files.toSnapshot(url);
      if (real === undefined || !existsSync(fileURLToPath(real))) {
        return withSuffix(nextLoad(url, context), url, undiciPackageSuffix(url));
      }
      lastCompiled = url;
      const loaded = nextLoad(real, context);
      // `require` of a `.js` leaves the format open; Node settles it after reading.
      const format = loaded.format ?? 'commonjs';
      if (!/^(module|commonjs)/.test(format)) {
        return loaded;
      }
      const source = sourceOf(loaded, real);
      if (!format.endsWith('-typescript')) {
        return { ...loaded, source: transform(source, url) };
      }
      return { ...loaded, format: format.replace('-typescript', ''), source: transform(withoutTypes(source), url) };
    },
  });
  return { lastCompiled: () => lastCompiled, unresolved: () => unresolved };
}

/**
 * A module that `import`s a CommonJS file makes Node look for that file once more, past the hooks, by its absolute name.
 * Node has no other place to step in; where it stops asking `_resolveFilename`, the tests of the four kinds fail.
 */
function resolveOwnFilenames(files: AgentFiles): void {
  const original: unknown = Reflect.get(nodeModule, '_resolveFilename');
  if (typeof original !== 'function') {
    return;
  }
  Reflect.set(nodeModule, '_resolveFilename', function resolveFilename(this: unknown, request: unknown, ...rest: unknown[]): unknown {
    const real = typeof request === 'string' && path.isAbsolute(request) ? files.toSnapshot(request) : undefined;
    if (real !== undefined && statSync(fileURLToPath(real), { throwIfNoEntry: false })?.isFile() === true) {
      return request;
    }
    const resolved: unknown = Reflect.apply(original, this, [request, ...rest]);
    return resolved;
  });
}

/** The same text with blanks for its types. Node calls this experimental, which is no news for an agent's log. */
function withoutTypes(source: string): string {
  const emitWarning: unknown = Reflect.get(process, 'emitWarning');
  Reflect.set(process, 'emitWarning', () => undefined);
  try {
    return stripTypeScriptTypes(source);
  } finally {
    Reflect.set(process, 'emitWarning', emitWarning);
  }
}

function withSuffix(loaded: LoadFnOutput, url: string, suffix: string): LoadFnOutput {
  return suffix === '' ? loaded : { ...loaded, source: sourceOf(loaded, url) + suffix };
}

/** Node leaves a CommonJS file for later when it is imported; the trace needs its text now. */
function sourceOf(loaded: LoadFnOutput, url: string): string {
  const source = loaded.source ?? readFileSync(fileURLToPath(url));
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

function asUrl(file: string): string {
  return path.isAbsolute(file) ? pathToFileURL(file).href : file;
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
