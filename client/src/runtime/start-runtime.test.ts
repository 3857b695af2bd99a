import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { childEnvironment, startRuntime } from './start-runtime.ts';

/** Runs a program in place of the runtime. */
async function started(code: string): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'start-'));
  const program = path.join(folder, 'runtime.mjs');
  writeFileSync(program, code);
  try {
    return await startRuntime(program, process.env);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the socket is taken from the line that is JSON', async () => {
  expect(await started(`console.log('a warning'); console.log(JSON.stringify({ socket: '/s', pid: 1 }));`)).toEqual({
    ok: true,
    socket: '/s',
  });
});

test('what the program said last is the reason when it fails', async () => {
  expect(await started(`console.error('no space left'); process.exit(3);`)).toEqual({ ok: false, message: 'no space left' });
});

test('of a crash the error comes before the stack', async () => {
  expect(await started(`throw new TypeError('not a socket');`)).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^TypeError: not a socket\n/),
  });
});

test('an answer without a socket is a failure too', async () => {
  expect(await started(`console.log('{}')`)).toEqual({ ok: false, message: '{}' });
});

test("the editor's own variables are kept from the runtime, everything else goes along", () => {
  expect(
    childEnvironment({
      PATH: '/bin',
      VSCODE_IPC_HOOK: 'x',
      ELECTRON_NO_ASAR: '1',
      NODE_OPTIONS: '--inspect',
      EMPTY: undefined,
      HTTPS_PROXY: 'p',
    }),
  ).toEqual({
    PATH: '/bin',
    HTTPS_PROXY: 'p',
    ELECTRON_RUN_AS_NODE: '1',
  });
});
