import { expect, it } from 'vitest';
import { parsePythonRequirement } from './parse-python-requirement.ts';
import { poetryConstraint } from './poetry-constraint.ts';

// Held once against `parse_constraint` of poetry-core 2, whose own words for the same ranges these are.
it.each([
  ['^1.2.3', '>=1.2.3,<2'],
  ['^1.2', '>=1.2,<2'],
  ['^1', '>=1,<2'],
  ['^0.2.3', '>=0.2.3,<0.3'],
  ['^0.0.3', '>=0.0.3,<0.0.4'],
  ['^0.0', '>=0.0,<0.1'],
  ['^0', '>=0,<1'],
  ['^0.0.0', '>=0.0.0,<0.0.1'],
  ['^0.0.0.5', '>=0.0.0.5,<0.0.1'],
  ['^1.2.3a1', '>=1.2.3a1,<2'],
  ['^0.1.1a3', '>=0.1.1a3,<0.2'],
  ['^1.2.post1', '>=1.2.post1,<2'],
  ['^1!2.3', '>=1!2.3,<1!3'],
  ['^ 1.5', '>=1.5,<2'],
  ['^v1.5', '>=1.5,<2'],
  ['~1.2.3', '>=1.2.3,<1.3'],
  ['~1.2', '>=1.2,<1.3'],
  ['~1', '>=1,<2'],
  ['~0.3', '>=0.3,<0.4'],
  ['~1.2.3.4', '>=1.2.3.4,<1.3'],
  ['~=1.5.2', '~=1.5.2'],
  ['*', ''],
  ['1.*', '==1.*'],
  ['1.2.*', '==1.2.*'],
  ['1.*.*', '==1.*'],
  ['==1.2.*', '==1.2.*'],
  ['!=1.2.*', '!=1.2.*'],
  ['1.5', '==1.5'],
  ['=1.5', '==1.5'],
  [' v1.5 ', '==1.5'],
  ['>=1,<2', '>=1,<2'],
  ['>=1 <2', '>=1,<2'],
  ['>= 1.2, < 1.5', '>=1.2,<1.5'],
  ['~1.2, !=1.2.4', '>=1.2,<1.3,!=1.2.4'],
])('reads %j as %j', (constraint, conditions) => {
  expect(poetryConstraint(constraint)).toBe(conditions);
  expect(parsePythonRequirement(`a${conditions}`).type).toBe('python');
});

it.each(['', 'latest', '^1 || ^3', '^1 | ^3', '^1.*', '>1.*', '===1.5', '^', '1..2', `^1${'.0'.repeat(200)}`])(
  'cannot tell what %j asks for',
  (constraint) => {
    expect(poetryConstraint(constraint)).toBeUndefined();
  },
);
