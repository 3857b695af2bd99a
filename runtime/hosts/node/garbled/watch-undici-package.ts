import { patchMethod } from '../patch-method.ts';
import type { DecodingDeps } from './watch-decoding.ts';
import { watchAnswer, watchResponseClass } from './watch-responses.ts';

/** Where the code that is appended to the package finds the trace. */
const slot: unique symbol = Symbol.for('hermes_runtime.undici');

/** The package brings its own `Response` and its own bodies; this text goes behind its index file, on the last line. */
export function undiciPackageSuffix(url: string): string {
  return /[\\/]node_modules[\\/]undici[\\/]index\.js$/.test(url)
    ? `;globalThis[Symbol.for('hermes_runtime.undici')]?.(module.exports)`
    : '';
}

/** Watches each copy of undici that the agent loads. */
export function watchUndiciPackage(deps: DecodingDeps): void {
  const onLoaded = (exported: unknown): void => {
    if (typeof exported !== 'object' || exported === null) {
      return;
    }
    watchResponseClass(Reflect.get(exported, 'Response'), deps);
    patchMethod(exported, 'request', async ({ original, values }) => {
      const answer = await original();
      watchAnswer(answer, String(values[0]), deps);
      return answer;
    });
  };
  Object.defineProperty(globalThis, slot, { value: onLoaded, enumerable: false });
}
