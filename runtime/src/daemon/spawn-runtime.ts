import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import * as l10n from '@vscode/l10n';
import { beside } from './beside.ts';
import { NoRuntimeError } from './no-runtime-error.ts';
import { runtimePaths, type Environment } from './paths.ts';

/** The program itself, from a bundle or from the sources. */
const entries = ['./runtime.mjs', '../runtime.mjs', '../cli/main.ts'];

/** The descriptor on which a started runtime says that it is ready, or why it is not. */
export const readyDescriptor = 3;

/** Undefined where there is none, as in another program that has a runtime inside. */
export function findRuntimeEntry(): string | undefined {
  return beside(import.meta.dirname, entries);
}

export function runtimeEntry(): string {
  const entry = findRuntimeEntry();
  if (entry === undefined) throw new Error(`No runtime beside ${import.meta.dirname}.`);
  return entry;
}

/** Starts a runtime that outlives this process, and waits until it answers. Call under the start lock only. */
export async function spawnRuntime(env: Environment): Promise<void> {
  const paths = runtimePaths(env);
  mkdirSync(dirname(paths.log), { recursive: true, mode: 0o700 });
  const log = openSync(paths.log, 'a', 0o600);
  try {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', runtimeEntry(), 'background'], {
      detached: true,
      cwd: paths.data,
      env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', log, log, 'pipe'],
    });
    const ready = child.stdio[readyDescriptor];
    if (!isReadable(ready)) throw new Error('The started runtime has no channel to answer on.');
    const word = await firstWord(ready);
    child.unref();
    ready.destroy();
    if (word === 'ready') return;
    throw new NoRuntimeError([word, l10n.t('The runtime could not be started. Its log is {0}.', paths.log)].join('\n').trim());
  } finally {
    closeSync(log);
  }
}

/** All that comes before the channel closes; a process that dies closes it too. */
async function firstWord(channel: Readable): Promise<string> {
  channel.setEncoding('utf8');
  let text = '';
  for await (const chunk of channel) text += String(chunk);
  return text.trim();
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'setEncoding' in stream;
}
