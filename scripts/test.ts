import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs, styleText } from 'node:util';

type Counts = { passed: number; failed: number; skipped: number };

type Suite = {
  readonly name: string;
  /** Each is a script with its arguments, run one after the other until one fails. */
  readonly commands: readonly (readonly string[])[];
  /** Where the suite leaves its counts, in vitest's or in our own words. A suite without counts is one check. */
  readonly report?: string;
  /** Programs without which the suite cannot run here. */
  readonly needs?: readonly string[];
};

const root = join(import.meta.dirname, '..');
const cache = join(root, '.cache');
const isRequired = process.env['HERMES_REQUIRE_ALL'] === '1';
const { positionals } = parseArgs({ allowPositionals: true });

const suites: readonly Suite[] = [
  { name: 'build', commands: [['scripts/bundle.ts', '--quiet']] },
  { name: 'types', commands: [['node_modules/typescript/bin/tsc', '-b']] },
  { name: 'lint', commands: [['node_modules/oxlint/bin/oxlint', '--quiet']] },
  { name: 'format', commands: [['node_modules/oxfmt/bin/oxfmt', '--check']] },
  { name: 'dead code', commands: [['node_modules/knip/bin/knip.js', '--no-progress']] },
  {
    name: 'unit',
    commands: [['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=.cache/unit.json']],
    report: 'unit.json',
  },
  {
    name: 'command line',
    commands: [
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config',
        'test/journeys/vitest.config.ts',
        '--root',
        '.',
        '--reporter=default',
        '--reporter=json',
        '--outputFile.json=.cache/journeys.json',
      ],
    ],
    report: 'journeys.json',
    needs: ['tmux', 'chromium'],
  },
  { name: 'editor', commands: [['scripts/package.ts'], ['test/vscode/run.ts']], report: 'vscode.json', needs: ['chromium', 'strace'] },
].filter(
  ({ name, commands }) =>
    (positionals.length === 0 || positionals.includes(name)) && commands.every(([file = '']) => existsSync(join(root, file))),
);

mkdirSync(cache, { recursive: true });
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const notRun: string[] = [];
for (const suite of suites) {
  const missing = (suite.needs ?? []).filter((program) => !isOnPath(program));
  if (missing.length > 0 && !isRequired) {
    notRun.push(`${suite.name} (needs ${missing.join(', ')})`);
    continue;
  }
  const started = performance.now();
  if (suite.report) rmSync(join(cache, suite.report), { force: true });
  const isGreen = await runSuite(suite);
  const counts = countsOf(suite, isGreen);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(styleText(counts.failed > 0 ? 'red' : 'green', `${counts.failed > 0 ? '✗' : '✓'} ${suite.name} ${seconds} s`));
}
for (const name of notRun) console.log(styleText('yellow', `not run: ${name}`));
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function runSuite({ name, commands }: Suite): Promise<boolean> {
  const log = openSync(join(cache, `test-${name.replaceAll(' ', '-')}.log`), 'w');
  for (const command of commands) {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.pipe(process.stdout, { end: false });
      stream.on('data', (chunk: Buffer) => writeSync(log, chunk));
    }
    const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
    if (status !== 0) return false;
  }
  return true;
}

/** A suite that failed outside any test (a type error, a file that does not load) counts as one failure. */
function countsOf({ report }: Suite, isGreen: boolean): Counts {
  if (!report) return { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: 0 };
  const file = join(cache, report);
  const found = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<string, number>>) : {};
  const passed = found['numPassedTests'] ?? found['passed'] ?? 0;
  const failed = found['numFailedTests'] ?? found['failed'] ?? 0;
  const skipped = (found['numPendingTests'] ?? found['skipped'] ?? 0) + (found['numTodoTests'] ?? 0);
  return { passed, failed: isGreen ? failed : Math.max(1, failed), skipped };
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
