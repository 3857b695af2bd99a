import { describe, expect, it } from 'vitest';
import { compilePattern } from './pattern.ts';

const patterns = [
  '',
  '^$',
  '^(a+)+$',
  '^[a-z]{2,4}$',
  'a|b|',
  '^(?:ab|cd)*e?$',
  String.raw`^\d{4}-\d{2}$`,
  '(a*)*b',
  '^(a|aa)+$',
  'x{0}',
  'a{2,}?b',
  String.raw`^(?=.*\d)(?=.*[a-z]).{3,}$`,
  String.raw`^(?!foo)\w+$`,
  String.raw`\bfoo\b`,
  String.raw`\Boo`,
  String.raw`[^\]]+`,
  '^(a?){3}a{3}$',
  String.raw`^\u{1F600}$`,
  '^.$',
  String.raw`^\p{L}+$`,
  String.raw`(?<year>\d+)z`,
  String.raw`^[\w.+-]+@[\w-]+\.[\w.]+$`,
  '^/x$',
  String.raw`^\/x`,
  String.raw`a\-b`,
];
const texts = [
  '',
  'a',
  'aaa',
  'aaaa',
  'ab',
  'aab',
  'abcde',
  'abe',
  '2024-01',
  'ab1',
  'foo',
  'foobar',
  'x foo y',
  '😀',
  'é日',
  'z12z',
  'me@x.org',
  'a-b',
  '/x',
  ']',
  '\n',
  'b',
];

function native(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

describe('compilePattern', () => {
  it.each(patterns)('matches %j as JavaScript does', (pattern) => {
    const compiled = compilePattern(pattern);
    const ours = texts.map((text) => compiled.status === 'enforced' && compiled.test(text, { left: 1_000_000 }));
    expect(compiled.status).toBe('enforced');
    expect(ours).toEqual(texts.map((text) => native(pattern).test(text)));
  });

  it.each(['[', '(', 'a{2,1}'])('refuses %j, which is no regular expression', (pattern) => {
    expect(compilePattern(pattern).status).toBe('invalid');
  });

  it.each([String.raw`(a)\1`, '(?<=a)b', '(?<!a)b', '(a{200}){200}', 'a{1,50000}', `${'('.repeat(60)}a${')'.repeat(60)}`])(
    'does not enforce %j',
    (pattern) => {
      expect(compilePattern(pattern).status).toBe('not enforced');
    },
  );

  it('stops when the budget is used up', () => {
    const compiled = compilePattern('(?=(?=(?=.*x).*y).*z)q');
    const budget = { left: 100_000 };
    expect(compiled.status === 'enforced' && compiled.test('a'.repeat(5000), budget)).toBe(false);
    expect(budget.left).toBeLessThanOrEqual(0);
  });
});
