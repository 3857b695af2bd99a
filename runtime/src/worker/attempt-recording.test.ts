import type { PartialEvent } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { HandClock } from '../../testdata/hand-clock.ts';
import { silentLog } from '../logging/log.ts';
import type { Recorded } from '../ports.ts';
import { attemptLimits } from './attempt-limits.ts';
import { createAttemptRecording } from './attempt-recording.ts';

test('a secret that is a word of our own frames hides nothing but itself', () => {
  const told: (PartialEvent | Recorded)[] = [];
  const recording = createAttemptRecording({
    id: 'a',
    limits: attemptLimits({ name: 'x', version: '1.0.0', runtime: { type: 'python', entrypoint: 'main.py' } }),
    secrets: ['stdout', 'stream', 'logger', 'exchange', 'feeds-'],
    clock: new HandClock(),
    log: silentLog,
    onEvent: (event) => told.push(event),
    onRecorded: (recorded) => told.push(recorded),
    onChange: () => undefined,
  });
  const log = { type: 'log', time: 1, level: 'info', stream: 'stdout', text: 'to stdout' };
  recording.receive({ type: 'frame', frame: { type: 'event', id: 'a', event: log }, bytes: 1 });
  recording.receive({ type: 'frame', frame: { type: 'feeds', id: 'a', feeds: [] }, bytes: 1 });
  expect(told).toMatchObject([
    { ...log, text: 'to ‹secret›' },
    { type: 'feeds', feeds: [] },
  ]);
});
