import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { attemptRecorder } from './recording.ts';

const exchange = {
  n: 1,
  client: 'fetch',
  method: 'GET',
  url: 'http://x/',
  try: 1,
  started: 0,
  ms: 1,
  request: { headers: [], digest: '' },
};
const digestOf = (text: string): string => hash('sha256', text, 'hex');

test('exchanges are kept in the order in which they began, bodies by what they really are', () => {
  const recorder = attemptRecorder();
  recorder.take({ type: 'exchange', exchange: { ...exchange, n: 2 }, bodies: { [digestOf('two')]: { text: 'two' } } });
  recorder.take({ type: 'exchange', exchange, bodies: { [digestOf('one')]: { base64: 'b25l' }, [digestOf('x')]: { text: 'not x' } } });
  recorder.take({ type: 'feeds', feeds: [{ name: 'time.time', value: 1 }] });
  const recording = recorder.recording();
  expect(recording?.exchanges.map(({ n }) => n)).toEqual([1, 2]);
  expect(Object.keys(recording?.bodies ?? {}).toSorted()).toEqual([digestOf('one'), digestOf('two')].toSorted());
  expect(recording?.feeds).toEqual([{ name: 'time.time', value: 1 }]);
});

test('an attempt without traffic leaves nothing to keep', () => {
  expect(attemptRecorder().recording()).toBeUndefined();
});
