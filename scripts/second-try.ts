import { existsSync, readFileSync } from 'node:fs';

/** What a suite left behind: vitest's JSON report, or the editor suite's own. */
export type SuiteReport = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What has to run again for the tests that failed: files, or windows of the editor. */
  readonly again: readonly string[];
  readonly names: readonly string[];
};

/** More failures than this are a change that broke something, not a busy machine. */
const fewTests = 3;

export function readSuiteReport(file: string): SuiteReport {
  const found = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as WrittenReport) : {};
  const files = (found.testResults ?? []).filter(({ status }) => status === 'failed');
  const failures = found.failures ?? [];
  return {
    passed: found.numPassedTests ?? found.passed ?? 0,
    failed: found.numFailedTests ?? found.failed ?? 0,
    skipped: (found.numPendingTests ?? found.skipped ?? 0) + (found.numTodoTests ?? 0),
    again: [...new Set([...files.map(({ name }) => name), ...failures.map(({ window }) => window)])],
    names: [
      ...files.flatMap(({ assertionResults }) =>
        assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
      ),
      ...failures.map(({ name }) => name),
    ],
  };
}

/**
 * Most tests wait for real processes, and one of two thousand may meet a machine that is busy with others.
 * A few that failed get one more run by themselves; they are named either way, so that nobody takes a flaky test for a sound one.
 */
export function deservesSecondTry(report: SuiteReport): boolean {
  return report.failed > 0 && report.failed <= fewTests && report.again.length > 0;
}

type WrittenReport = {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly numPendingTests?: number;
  readonly numTodoTests?: number;
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
  readonly passed?: number;
  readonly failed?: number;
  readonly skipped?: number;
  readonly failures?: readonly { readonly window: string; readonly name: string }[];
};
