import { expect, test } from 'vitest';
import { panelMessage } from './panel-message.ts';

test.each([
  [{ type: 'ready' }, { type: 'ready' }],
  [{ type: 'run_again', extra: 1 }, { type: 'run_again' }],
  [
    { type: 'replay', mode: 'my_code' },
    { type: 'replay', mode: 'my_code' },
  ],
  [
    { type: 'copy', text: 'x' },
    { type: 'copy', text: 'x' },
  ],
  [
    { type: 'open', place: { file: 'main.py', line: 5 } },
    { type: 'open', place: { file: 'main.py', line: 5 }, beside: false },
  ],
])('%j is a message', (value, message) => {
  expect(panelMessage(value)).toEqual(message);
});

test.each([
  [null],
  ['ready'],
  [{}],
  [{ type: 'copy' }],
  [{ type: 'replay', mode: 'rm' }],
  [{ type: 'open', place: { file: 1, line: 5 } }],
  [{ type: 'execute', command: 'rm' }],
])('%j is none', (value) => {
  expect(panelMessage(value)).toBeUndefined();
});
