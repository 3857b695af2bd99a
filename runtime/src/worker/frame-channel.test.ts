import { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { type Received, openFrameChannel } from './frame-channel.ts';

/** Sends pieces through a channel that takes frames of at most 200 bytes. */
function check(pieces: readonly Buffer[], expected: readonly object[]): void {
  const received: Received[] = [];
  const stream = new Duplex({ read: () => {}, write: (_chunk, _encoding, done) => done() });
  openFrameChannel(stream, 200, (one) => received.push(one));
  for (const piece of pieces) stream.emit('data', piece);
  expect(received).toMatchObject(expected);
  expect(received).toHaveLength(expected.length);
}

function frame(value: unknown): Buffer {
  return framed(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
}

function framed(body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

const result = { type: 'result', id: 'a', output: { city: '北京' } };
const end = { type: 'end', id: 'a', exit_code: 0 };

test('frames arrive whole, however they are cut', () => {
  const bytes = Buffer.concat([frame(result), frame(end)]);
  const expected = [
    { type: 'frame', frame: result },
    { type: 'frame', frame: end },
  ];
  check([bytes], expected);
  check(
    Array.from(bytes, (byte) => Buffer.from([byte])),
    expected,
  );
  check([bytes.subarray(0, 30), bytes.subarray(30)], expected);
});

test('half a frame is waited for', () => check([frame(result).subarray(0, 20)], []));

test('a frame that is too large is refused before its bytes are there, and nothing after it is read', () => {
  const head = Buffer.from([0xff, 0xff, 0xff, 0xff]);
  check([head, frame(result)], [{ type: 'violation', reason: expect.stringContaining('200 are allowed') }]);
});

test.each([
  ['no JSON', framed(Buffer.from('{"type":'))],
  ['bytes', framed(Buffer.from([0xff, 0xfe]))],
  ['an unknown type', frame({ type: 'launch' })],
  ['a result without its id', frame({ type: 'result', output: 1 })],
  ['JSON that is no object', frame('17')],
])('%s is a violation', (_name, bytes) => check([bytes], [{ type: 'violation' }]));
