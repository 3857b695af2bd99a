import type { AgentFiles } from '../agent-files.ts';
import type { ErrorPlaces } from '../error-places.ts';
import { patchMethod } from '../patch-method.ts';
import { innermostPlace, parseStack } from '../stack-frames.ts';

/** `fetch` fails without any line on the stack, also before there is a request: a bad URL, a forbidden port. */
export function watchFetch(files: AgentFiles, places: ErrorPlaces): void {
  patchMethod(globalThis, 'fetch', ({ original, door }) => {
    const call: { readonly stack?: string } = {};
    // Formatted only if the request fails.
    Error.captureStackTrace(call, door);
    const answer = original();
    if (!(answer instanceof Promise)) {
      return answer;
    }
    return answer.catch((error: unknown) => {
      const place = innermostPlace(parseStack(call.stack ?? ''), files);
      if (place !== undefined) {
        places.note(error, place);
      }
      throw error;
    });
  });
}
