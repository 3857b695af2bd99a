import { expect, test } from 'vitest';
import { standingOf } from './version-note.ts';

test.each([
  ['2.1.0', '2.0.0', 'ahead'],
  ['2.0.0', '2.0.10', 'behind'],
  ['2.10.0', '2.9.0', 'ahead'],
  ['2.0.0', '2.0.0', 'differs'],
  ['2.0.0', '2.0.0-rc.1', 'ahead'],
  ['2.0.0-rc.2', '2.0.0-rc.10', 'behind'],
] as const)('%s beside a deployed %s: %s', (own, deployed, standing) => {
  expect(standingOf({ version: own, digest: 'a' }, { version: deployed, digest: 'b' })).toBe(standing);
});

test('the same files are equal, whatever their version says', () => {
  expect(standingOf({ version: '2.1.0', digest: 'a' }, { version: '2.0.0', digest: 'a' })).toBe('equal');
});

test('an agent that is not in the workspace is absent', () => {
  expect(standingOf(undefined, { version: '2.0.0' })).toBe('absent');
});
