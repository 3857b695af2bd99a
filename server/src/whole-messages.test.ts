import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { StreamMessageReader, StreamMessageWriter, type Message } from 'vscode-languageserver/node';
import { wholeMessages } from './whole-messages.ts';

const message = (method: string): Message & { method: string } => ({ jsonrpc: '2.0', method });

it('writes each message as a whole, and nothing else is changed', async () => {
  const out = new PassThrough();
  const chunks: string[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const read: unknown[] = [];
  new StreamMessageReader(out).listen((one) => read.push(one));
  const writer = new StreamMessageWriter(wholeMessages(out));
  for (const method of ['one', 'zwei', '三']) await writer.write(message(method));
  while (read.length < 3) await setImmediate();
  expect(read).toEqual(['one', 'zwei', '三'].map((method) => message(method)));
  expect(chunks).toHaveLength(3);
  expect(chunks[0]).toMatch(/^Content-Length: \d+\r\n\r\n\{.*\}$/);
});

it('fails when what is behind it has failed', async () => {
  const out = new PassThrough();
  const through = wholeMessages(out);
  const failed = new Promise((resolve) => through.once('error', resolve));
  const gone = new Error('the editor is gone');
  out.destroy(gone);
  expect(await failed).toBe(gone);
});
