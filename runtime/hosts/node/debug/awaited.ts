import { promiseHooks } from 'node:v8';
import { runInThisContext } from 'node:vm';
import type { AgentFiles } from '../agent-files.ts';
import { divergenceCode } from '../replay/divergences.ts';
import { callingFrames } from '../stack-frames.ts';
import { awaitedName, awaitedUrl } from './awaited-name.ts';

/** What became of a promise that is not the agent's own. */
class Settled {
  readonly isFailed: boolean;
  readonly value: unknown;
  /** A replay that leaves its recording is stopped at, also where the agent catches everything. */
  readonly isDivergence: boolean;
  constructor(isFailed: boolean, value: unknown) {
    this.isFailed = isFailed;
    this.value = value;
    this.isDivergence = isFailed && isDivergence(value);
  }
}

function isDivergence(error: unknown): boolean {
  return error instanceof Error && (Reflect.get(error, 'code') === divergenceCode || isDivergence(error.cause));
}

/** Builtins such as `Promise.all` stand between a promise and the code that asked for it. */
const framesToCreator = 3;

const gotSource = `(Settled) => function got(it) {
  if (!(it instanceof Settled)) return it;
  if (it.isDivergence) debugger;
  if (it.isFailed) throw it.value;
  return it.value;
}`;

/** Puts in place what the transformed `await`s call. */
export function installAwaited(files: AgentFiles): void {
  /** Of these V8 knows by itself where they are rejected: inside the agent's own functions, which it must be left to find. */
  const own = new WeakSet<Promise<unknown>>();
  const onInit = (promise: Promise<unknown>, parent: Promise<unknown> | undefined): void => {
    if (parent === undefined && files.owns(callingFrames(onInit, framesToCreator).find(({ file }) => file !== '')?.file ?? '')) {
      own.add(promise);
    }
  };
  promiseHooks.onInit(onInit);
  const settled = (value: unknown): unknown => {
    if (!isThenable(value) || (value instanceof Promise && own.has(value))) {
      return value;
    }
    return Promise.resolve(value).then(
      (result) => new Settled(false, result),
      (reason: unknown) => new Settled(true, reason),
    );
  };
  // A debugger passes over what is thrown in a script that it skips, so this is none of the harness's.
  const make: unknown = runInThisContext(gotSource, { filename: awaitedUrl });
  const got: unknown = typeof make === 'function' ? Reflect.apply(make, undefined, [Settled]) : undefined;
  Object.defineProperty(globalThis, awaitedName, { value: { settled, got }, enumerable: false });
}

function isThenable(value: unknown): boolean {
  return ((typeof value === 'object' && value !== null) || typeof value === 'function') && typeof Reflect.get(value, 'then') === 'function';
}
