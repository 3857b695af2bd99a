import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { deservesSecondTry, readSuiteReport } from './second-try.ts';

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
  // In one process, for the impatient; the rooms that start programs come after.
  { name: 'unit', commands: [vitest('unit', projects('schemas', 'contract', 'ui', 'client'))], report: 'unit.json' },
  { name: 'processes', commands: [vitest('processes', projects('server', 'runtime', 'orchestrator', 'test'))], report: 'processes.json' },
  {
    name: 'command line',
    commands: [vitest('journeys', ['--config', 'test/journeys/vitest.config.ts', '--root', '.'])],
    report: 'journeys.json',
    needs: ['tmux', 'chromium'],
  },
  {
    name: 'other editors',
    commands: [['scripts/package-server.ts'], vitest('editors', ['--config', 'test/editors/vitest.config.ts', '--root', '.'])],
    report: 'editors.json',
    needs: ['nvim', 'emacs', 'python3'],
  },
  { name: 'editor', commands: [['scripts/package.ts'], ['test/vscode/run.ts']], report: 'vscode.json', needs: ['chromium', 'strace'] },
].filter(
  ({ name, commands }) =>
    (positionals.length === 0 || positionals.includes(name)) && commands.every(([file = '']) => existsSync(join(root, file))),
);

function vitest(report: string, args: readonly string[]): string[] {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=.cache/${report}.json`];
  return ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters];
}

function projects(...rooms: readonly string[]): string[] {
  return rooms.map((room) => `--project=${room}`);
}

mkdirSync(cache, { recursive: true });
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const notRun: string[] = [];
const flaky: string[] = [];
for (const suite of suites) {
  const missing = (suite.needs ?? []).filter((program) => !isOnPath(program));
  if (missing.length > 0 && !isRequired) {
    notRun.push(`${suite.name} (needs ${missing.join(', ')})`);
    continue;
  }
  const started = performance.now();
  const counts = await resultOf(suite);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(styleText(counts.failed > 0 ? 'red' : 'green', `${counts.failed > 0 ? '✗' : '✓'} ${suite.name} ${seconds} s`));
}
for (const name of flaky) console.log(styleText('yellow', `flaky: ${name} (passed on a second try)`));
for (const name of notRun) console.log(styleText('yellow', `not run: ${name}`));
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function resultOf(suite: Suite): Promise<Counts> {
  const isGreen = await runSuite(suite.name, suite.commands, suite.report);
  if (suite.report === undefined) return { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: 0 };
  const first = readSuiteReport(join(cache, suite.report));
  const last = suite.commands.at(-1);
  if (isGreen || last === undefined || !deservesSecondTry(first))
    return { ...first, failed: isGreen ? first.failed : Math.max(1, first.failed) };
  console.log(styleText('yellow', `Once more: ${first.again.join(', ')}`));
  const isGreenNow = await runSuite(`${suite.name} again`, [[...last, ...first.again]], suite.report);
  const failed = isGreenNow ? 0 : Math.max(1, readSuiteReport(join(cache, suite.report)).failed);
  if (isGreenNow) flaky.push(...first.names);
  return { passed: first.passed + Math.max(0, first.failed - failed), failed, skipped: first.skipped };
}

/** Runs the commands until one fails; a suite that failed outside any test (a file that does not load) counts as one failure. */
async function runSuite(name: string, commands: Suite['commands'], report?: string): Promise<boolean> {
  if (report !== undefined) rmSync(join(cache, report), { force: true });
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

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
