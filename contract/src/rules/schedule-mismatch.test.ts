import { describe, expect, it } from 'vitest';
import { contextOf, folderOf, picture } from './code/problem-picture.ts';
import { scheduleMismatch } from './schedule-mismatch.ts';

const cities =
  '{ type: object, required: [city], additionalProperties: false, properties: { city: { type: string }, days: { type: integer } } }';

/** What is said of the schedules of an agent with such an input. */
function check(schedule: string, schema: string = cities): string {
  const folder = folderOf({ 'agent.yaml': `input_schema: ${schema}\nschedule:\n${schedule}\n` });
  return picture(folder, scheduleMismatch.check(contextOf(folder)));
}

describe('the input of a schedule', () => {
  it('is marked at the value that does not fit', () => {
    expect(check('  - cron: "0 9 * * *"\n    input: { city: Oslo, days: soon }')).toBe(
      [
        '    input: { city: Oslo, days: soon }',
        '                               ^^^^ error schedule-mismatch: This does not fit input_schema: days must be a whole number, not text. Every task of this schedule would be refused.',
      ].join('\n'),
    );
  });

  it('is marked at its key where a field is missing', () => {
    expect(check('  - cron: "0 9 * * *"\n    input:\n      days: 3')).toBe(
      [
        '    input:',
        '    ^^^^^ error schedule-mismatch: This does not fit input_schema: city is required. Every task of this schedule would be refused.',
      ].join('\n'),
    );
  });

  it('is marked at the key that is too much, and says once what was meant', () => {
    expect(check('  - { cron: "0 9 * * *", input: { ctiy: Oslo } }')).toBe(
      [
        '  - { cron: "0 9 * * *", input: { ctiy: Oslo } }',
        '                                  ^^^^ error schedule-mismatch: This does not fit input_schema: ctiy is not expected here. Did you mean "city"? Every task of this schedule would be refused.',
      ].join('\n'),
    );
  });

  it('is missed once, where the schedule begins', () => {
    expect(check('  - cron: "0 9 * * *"\n    timezone: UTC', '{ required: [city, days], properties: { city: {}, days: {} } }')).toBe(
      [
        '  - cron: "0 9 * * *"',
        '    ^^^^ error schedule-mismatch: This does not fit input_schema: city is required. Every task of this schedule would be refused.',
      ].join('\n'),
    );
  });

  it('says what YAML made of it', () => {
    expect(check('  - { cron: "0 9 * * *", input: { city: 1.10 } }')).toContain('YAML reads 1.10 as a number; in quotes it is text.');
  });

  it.each<[string, string, string?]>([
    ['it fits', '  - { cron: "0 9 * * *", input: { city: Oslo, days: 3 } }'],
    ['a default fills in what is left out', '  - cron: "0 9 * * *"', '{ required: [city], properties: { city: { default: Oslo } } }'],
    ['nothing is required', '  - cron: "0 9 * * *"', '{ properties: { city: { type: string } } }'],
    ['a secret is left out', '  - cron: "0 9 * * *"', '{ required: [k], properties: { k: { type: string, writeOnly: true } } }'],
    [
      'a secret is a reference',
      '  - { cron: "0 9 * * *", input: { k: secret://k } }',
      '{ properties: { k: { type: string, writeOnly: true, maxLength: 3 } } }',
    ],
    ['a value is an expression', '  - { cron: "0 9 * * *", input: { city: "${{ a }}", days: "${{ b }}" } }'],
    ['a value has an expression in it', '  - { cron: "0 9 * * *", input: { days: ["${{ b }}"], city: Oslo } }'],
    [
      'an expression leaves alternatives open',
      '  - { cron: "0 9 * * *", input: { kind: "${{ a }}" } }',
      '{ anyOf: [{ required: [city], properties: { kind: { const: a } } }, { required: [town], properties: { kind: { const: b } } }] }',
    ],
    ['the schema is wrong itself', '  - { cron: "0 9 * * *", input: {} }', '{ required: [town], properties: { city: {} } }'],
    [
      'the keyword is misspelt',
      '  - { cron: "0 9 * * *", input: { city: 3 } }',
      '{ properties: { city: { type: string, maxLenght: 3 } } }',
    ],
    [
      'the schema is of another dialect',
      '  - { cron: "0 9 * * *", input: {} }',
      '{ $schema: "urn:x", required: [city], properties: { city: {} } }',
    ],
    ['the schema allows everything', '  - cron: "0 9 * * *"', 'true'],
    ['the schema is being typed', '  - cron: "0 9 * * *"', ''],
    ['the input is being typed', '  - cron: "0 9 * * *"\n    input:'],
    ['the input is no map', '  - { cron: "0 9 * * *", input: Oslo }'],
    ['the key is misspelt', '  - { cron: "0 9 * * *", inptu: { city: Oslo } }'],
    ['a schedule is no map', '  - "0 9 * * *"'],
  ])('is not spoken of when %s', (_, schedule, schema) => {
    expect(check(schedule, schema)).toBe('');
  });
});

it('leaves a schedule alone that is none', () => {
  expect(check('  cron: "0 9 * * *"')).toBe('');
});
