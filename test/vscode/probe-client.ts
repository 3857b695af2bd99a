import { existsSync } from 'node:fs';
import { type Socket, connect } from 'node:net';
import { createInterface } from 'node:readline';
import type * as vscode from 'vscode';
import { until } from './until.ts';

/** Runs a function inside the extension host. It must be self-contained: its source is what travels. */
export type Probe = {
  readonly ask: <T, A>(run: (api: typeof vscode, argument: A) => T | PromiseLike<T>, argument?: A) => Promise<T>;
  readonly close: () => void;
};

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };

/** No call waits for a person: one that does would hang the run for good. */
const answerMs = 30_000;

export async function connectProbe(socketPath: string): Promise<Probe> {
  await until('the probe listens', () => existsSync(socketPath), 120_000);
  const socket = await until('the probe answers', async () => opened(socketPath), 30_000);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  createInterface({ input: socket }).on('line', (line) => {
    const { id, value, error } = JSON.parse(line) as Answer;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  });
  let last = 0;
  return {
    ask: async (run, argument) =>
      new Promise((resolve, reject) => {
        last += 1;
        const id = last;
        const timer = setTimeout(() => reject(new Error(`no answer in ${answerMs} ms: ${String(run).slice(0, 120)}`)), answerMs);
        waiting.set(id, {
          resolve: (value) => {
            clearTimeout(timer);
            resolve(value as never);
          },
          reject: (error) => {
            clearTimeout(timer);
            reject(error);
          },
        });
        socket.write(`${JSON.stringify({ id, source: String(run), argument })}\n`);
      }),
    close: () => socket.destroy(),
  };
}

async function opened(path: string): Promise<Socket | undefined> {
  const socket = connect(path);
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('close', () => resolve(undefined));
    // The file is there a moment before the host listens; `once` of node:events would take the refusal for the answer.
    socket.on('error', () => undefined);
  });
}
