import { expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { createPause } from './pause.ts';

it('gives others their turn in a long piece of work, and ends it when nobody waits any more', async () => {
  const source = new CancellationTokenSource();
  const pause = createPause(source.token);
  const work = async (): Promise<never> => {
    for (;;) await pause();
  };
  // Runs only if the work lets it.
  setImmediate(() => source.cancel());
  await expect(work()).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});
