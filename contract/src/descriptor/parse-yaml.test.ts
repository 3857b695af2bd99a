import { describe, expect, it } from 'vitest';
import { parseYaml } from './parse-yaml.ts';

/** The problems of a text as lines `line:character-line:character code`. */
function check(text: string, expected: readonly string[]): void {
  const found = parseYaml(text).problems.map(
    ({ code, range: { start, end } }) => `${start.line}:${start.character}-${end.line}:${end.character} ${code}`,
  );
  expect(found).toEqual(expected);
}

describe('places', () => {
  const source = parseYaml('a: &x { b: 1 }\nc:\n  - d: *x\n  - "two"\n');

  it('finds keys and values by path', () => {
    expect(source.keyRange(['c'])).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 1 } });
    expect(source.valueRange(['c', 1])).toEqual({ start: { line: 3, character: 4 }, end: { line: 3, character: 9 } });
    expect(source.valueRange(['c'])).toEqual({ start: { line: 2, character: 2 }, end: { line: 3, character: 9 } });
    expect(source.keyRange(['nothing'])).toBeUndefined();
    expect(source.valueRange(['a', 'toString'])).toBeUndefined();
  });

  it('leads through an alias to its anchor', () => {
    expect(source.value).toEqual({ a: { b: 1 }, c: [{ d: { b: 1 } }, 'two'] });
    expect(source.keyRange(['c', 0, 'd', 'b'])).toEqual({ start: { line: 0, character: 8 }, end: { line: 0, character: 9 } });
  });

  it('says how a scalar is written', () => {
    expect(source.writtenAt(['c', 1])).toBe('"two"');
    expect(source.writtenAt(['c'])).toBeUndefined();
  });

  it('finds the path at a position', () => {
    expect(source.pathAt({ line: 0, character: 8 })).toMatchObject({ path: ['a', 'b'], on: 'key' });
    expect(source.pathAt({ line: 3, character: 6 })).toMatchObject({ path: ['c', 1], on: 'value' });
    expect(source.pathAt({ line: 9, character: 9 })).toBeUndefined();
  });
});

describe('values', () => {
  it('keeps the names of prototypes as keys of their own', () => {
    const { value } = parseYaml('__proto__: { polluted: true }\nconstructor: 1\n');
    expect(Object.keys(Object(value))).toEqual(['__proto__', 'constructor']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('reads YAML 1.2: yes, on and 010 are what they look like', () => {
    expect(parseYaml('[yes, on, 010, 0x10, ~, 1e3]').value).toEqual(['yes', 'on', 10, 16, null, 1000]);
  });

  it('takes the last of two equal keys, and says so', () => {
    expect(parseYaml('a: 1\na: 2\n').value).toEqual({ a: 2 });
    check('a: 1\na: 2\n', ['1:0-1:1 duplicate-key']);
  });
});

describe('one slip', () => {
  it('is one problem on its own line, and the rest is read', () => {
    const source = parseYaml('a: 1\nb: "open\nc:\n  d: 2\n');
    expect(source).toMatchObject({ mendedLine: 1, value: { a: 1, b: 'open', c: { d: 2 } } });
    check('a: 1\nb: "open\nc:\n  d: 2\n', ['1:0-1:8 yaml-syntax']);
  });

  it('is at most one syntax error, however many there are', () => {
    check('a: [\nb: }\nc: "\n', ['0:0-0:4 yaml-syntax']);
    check('- a\nb: 1\n', ['1:0-1:4 yaml-syntax']);
  });
});

describe('hostile texts', () => {
  /** In processor time, so that a busy machine does not count. */
  const within = (text: string): readonly string[] => {
    const before = process.cpuUsage();
    const codes = parseYaml(text).problems.map(({ code }) => code);
    expect(process.cpuUsage(before).user).toBeLessThan(4_000_000);
    return codes;
  };

  it.each(['[', '{a: ', '- ', '? ', '[[{'])('gives up 200 KB of %j', (unit) => {
    expect(within(unit.repeat(Math.floor(200_000 / unit.length)))).toEqual(['yaml-too-large']);
  });

  it('gives up nesting by indentation', () => {
    expect(within(Array.from({ length: 600 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''))).toEqual(['yaml-too-large']);
  });

  it('gives up a text that is too long', () => {
    expect(within('a'.repeat(300_000))).toEqual(['yaml-too-large']);
  });

  it('counts what 2,000 aliases in a chain stand for', () => {
    const chain = Array.from({ length: 2000 }, (_, index) =>
      index === 0 ? 'a0: &a0 [x, x]' : `a${index}: &a${index} [*a${index - 1}, *a${index - 1}]`,
    );
    expect(within(chain.join('\n'))).toEqual(['yaml-too-large']);
  });

  it('reads 2,000 aliases side by side', () => {
    expect(within(`a: &a { x: 1 }\nb:\n${'  - *a\n'.repeat(2000)}`)).toEqual([]);
  });

  it('says a bounded number of things', () => {
    expect(within('a: 1\n'.repeat(20_000)).length).toBeLessThanOrEqual(100);
  });

  it.each(['\0', '\u0002\u0018\u001f', ':', '%', '&a '.repeat(2000), '!a '.repeat(2000), '\ud800', 'a: "\\q"\n'.repeat(200), '...\n---\n'])(
    'does not throw on %j',
    (text) => void within(text),
  );
});
