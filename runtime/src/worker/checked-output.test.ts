import { expect, test } from 'vitest';
import { problemOfOutput } from './checked-output.ts';

test('an ordinary result has no problem', () => expect(problemOfOutput({ a: [1, { b: null }] }, 20, 100)).toBeUndefined());

test('a result that is too large names its largest part', () => {
  expect(problemOfOutput({ small: 1, 'a/b': 'x'.repeat(500) }, 520, 100)).toMatchObject({ code: 'result_too_large', path: '/a~1b' });
});

test('a result that is nested too deep names the way and does not overflow the stack', () => {
  const deep: unknown = JSON.parse('[{"k":'.repeat(50_000) + '1' + '}]'.repeat(50_000));
  expect(problemOfOutput(deep, 100, 1000)).toMatchObject({ code: 'result_too_deep', path: expect.stringContaining('/0/k/0/k') });
});

test('an own key called __proto__ is a key like others', () => {
  expect(problemOfOutput(JSON.parse('{"__proto__": {"polluted": true}}'), 30, 100)).toBeUndefined();
});
