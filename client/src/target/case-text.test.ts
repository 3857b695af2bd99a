import { expect, test } from 'vitest';
import { caseText } from './case-text.ts';

const agent = { name: 'a', version: '2.0.0', digest: '9bc1aaaa', path: '/srv/a' };

test.each([
  [2, 'Case: input · 0 exchanges · code sha256:9bc1 (2 files differ from yours) · Network off · 0 live effects'],
  [1, 'Case: input · 0 exchanges · code sha256:9bc1 (1 file differs from yours) · Network off · 0 live effects'],
  [0, 'Case: input · 0 exchanges · code sha256:9bc1 (the same as yours) · Network off · 0 live effects'],
  [undefined, 'Case: input · 0 exchanges · code sha256:9bc1 · Network off · 0 live effects'],
])('%s differing files are told', (differing, text) => {
  expect(caseText({ agent, exchanges: [], traffic: 'kept' }, differing)).toBe(text);
});
