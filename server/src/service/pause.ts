import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node';

/** In a long piece of work, between two parts of it: others have their turn. Throws once nobody waits for the answer any more. */
export type Pause = () => Promise<void>;

/** So long, in milliseconds, nobody else has a turn. */
const sliceMs = 5;

export function createPause(token: CancellationToken): Pause {
  let until = performance.now() + sliceMs;
  return async () => {
    if (performance.now() < until) return;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    until = performance.now() + sliceMs;
  };
}
