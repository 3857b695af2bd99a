import type { Problem } from '@hermes-runtime/schemas';
import { problemText } from './problem-text.ts';

/** JUnit's XML: one test case for each file that was checked, failed by its errors; warnings are its output. */
export function junitOf(problems: readonly Problem[], files: readonly string[]): string {
  const cases = [...new Set([...files, ...problems.map(({ path }) => path)])].toSorted().map((file) => {
    const own = problems.filter(({ path }) => path === file);
    const errors = own.filter(({ severity }) => severity === 'error');
    const rest = own.filter(({ severity }) => severity !== 'error');
    const failures = errors.map(
      (problem) =>
        `      <failure type="${escaped(problem.code)}" message="${escaped(problem.message)}">${escaped(problemText(problem))}</failure>\n`,
    );
    const output = rest.length === 0 ? '' : `      <system-out>${escaped(rest.map(problemText).join('\n'))}</system-out>\n`;
    const inner = failures.join('') + output;
    const head = `    <testcase classname="hermes-runtime check" name="${escaped(file)}" file="${escaped(file)}"`;
    return { failed: errors.length > 0, text: inner === '' ? `${head}/>\n` : `${head}>\n${inner}    </testcase>\n` };
  });
  const counts = `tests="${cases.length}" failures="${cases.filter(({ failed }) => failed).length}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  <testsuite name="hermes-runtime check" ${counts}>\n${cases.map(({ text }) => text).join('')}  </testsuite>\n</testsuites>\n`;
}

/** XML has no way at all to write most control characters, so they are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
