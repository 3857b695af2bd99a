import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { startDemoSite } from '../../agents-sample/demo-site/demo-site.ts';
import { j2 } from '../journeys/j2-weather-checker.ts';
import { j3, j3Dependency } from '../journeys/j3-break-the-contract.ts';
import { j4 } from '../journeys/j4-rss-monitor.ts';
import { j7, j7Unreachable } from '../journeys/j7-targets.ts';
import { j8 } from '../journeys/j8-debug.ts';
import { j8GiveAValue } from '../journeys/j8-give-a-value.ts';
import { j8Retry } from '../journeys/j8-retry.ts';
import { j8Targets } from '../journeys/j8-targets.ts';
import { installVscode } from './install.ts';
import { startOrchestrator } from './orchestrator.ts';
import { packageProbe } from './package-probe.ts';
import { type Report, stepsOf, writeReport } from './report.ts';
import { activation } from './suites/activation.ts';
import { browserOnly } from './suites/browser-only.ts';
import { chinese, chineseStates } from './suites/chinese.ts';
import { noAgents, noFolder, walkthrough } from './suites/empty-windows.ts';
import { fromNothing } from './suites/from-nothing.ts';
import { severities } from './suites/severities.ts';
import { rename } from './suites/rename.ts';
import { trust, watchingExecve } from './suites/trust.ts';
import { memoryFiles, singleFiles, virtualFolder } from './suites/virtual-folder.ts';
import { fourThemes, halfDone } from './suites/views.ts';
import { openWebWindow } from './web-window.ts';
import { type Window, type WindowOptions, openWindow } from './window.ts';

// node test/vscode/run.ts [group…]: main, trust, zh, debug, targets, empty, web. Without any: all of them.

const root = path.resolve(import.meta.dirname, '../..');
const samples = path.join(root, 'agents-sample');
const fixtures = path.join(import.meta.dirname, 'fixtures');
const vsix = process.env['HERMES_VSIX'] ?? path.join(root, 'hermes-runtime.vsix');

const wanted = process.argv.slice(2);
const report: Report = { passed: 0, failed: 0, skipped: 0, window: '', failures: [] };

async function inWindow(group: string, options: Omit<WindowOptions, 'extensions'>, run: (window: Window) => Promise<void>): Promise<void> {
  await inAnyWindow(group, async () => openWindow({ ...options, extensions: [vsix, probe] }), run);
}

async function inAnyWindow<Opened extends { readonly close: () => Promise<void> }>(
  group: string,
  open: () => Promise<Opened>,
  run: (window: Opened) => Promise<void>,
): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(group)) return;
  report.window = group;
  const window = await open().catch((error: unknown) => {
    report.failed += 1;
    report.failures.push({ window: group, name: 'the window opens' });
    console.log(`FAIL ${group}: the window opens\n     ${String(error)}`);
  });
  if (!window) return;
  try {
    await run(window);
  } finally {
    await window.close();
  }
}

/** Has the copies of the samples talk to this run's demo site. */
function useDemoSite(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name, 'agent.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('http://127.0.0.1:4310', site.origin));
  }
}

function skip(what: string): void {
  report.skipped += 1;
  console.log(`not run: ${what}`);
}

/** A Python from which modules that older packages need are gone; many machines have none. */
function newPython(): string | undefined {
  const pyenv = path.join(homedir(), '.pyenv', 'versions');
  const folders = [
    ...(existsSync(pyenv) ? readdirSync(pyenv).map((name) => path.join(pyenv, name, 'bin')) : []),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return folders
    .flatMap((folder) => ['python3.13', 'python3.14'].map((name) => path.join(folder, name)))
    .find((file) => existsSync(file) && !file.includes('shims'));
}

if (!existsSync(vsix)) throw new Error(`${vsix} is missing: npm run package makes it`);
await installVscode();
const probe = packageProbe();
// Any free port: the one that the samples name may be taken by who else works on this machine.
const site = await startDemoSite();
try {
  const activationLog = path.join(root, '.cache', `activation-${process.pid}.log`);
  const agents = Object.fromEntries(
    ['weather-checker', 'rss-monitor', 'daily-report', 'web-scraper'].map((name) => [name, path.join(samples, name)]),
  );
  await inWindow(
    'main',
    {
      workspace: { ...agents, contract: path.join(fixtures, 'contract') },
      prepare: useDemoSite,
      env: { HERMES_ACTIVATION_LOG: activationLog },
    },
    async (window) => {
      await activation(window, activationLog, stepsOf(report, 'activation', window));
      await j2(window, stepsOf(report, 'J2', window));
      await j3(window, stepsOf(report, 'J3', window));
      await rename(window, stepsOf(report, 'J3', window));
      await j4(window, stepsOf(report, 'J4', window));
      await fourThemes(window, stepsOf(report, 'themes', window), 'en');
      await halfDone(window, stepsOf(report, 'states', window));
      const python = newPython();
      if (python === undefined) skip('J3: a dependency that breaks while it is imported is on its own line (needs Python 3.13)');
      else await j3Dependency(window, stepsOf(report, 'J3', window), python);
    },
  );
  const small = { hello: path.join(fixtures, 'hello'), broken: path.join(fixtures, 'broken') };
  const plain = path.join(fixtures, 'plain');
  await inWindow('trust', { workspace: small, trust: true, under: watchingExecve }, async (window) => {
    await trust(window, stepsOf(report, 'trust', window));
    await severities(window, stepsOf(report, 'severities', window));
  });
  await inWindow(
    'zh',
    { workspace: { ...small, plain, 'daily-report': path.join(samples, 'daily-report') }, locale: 'zh-cn', trust: true },
    async (window) => {
      await chinese(window, stepsOf(report, 'zh-CN', window));
      await fourThemes(window, stepsOf(report, 'zh-CN', window), 'zh');
      await chineseStates(window, stepsOf(report, 'zh-CN', window));
    },
  );
  const debugged = Object.fromEntries(
    ['debugged-python', 'debugged-node', 'asks-late', 'asks-late-python'].map((name) => [name, path.join(fixtures, name)]),
  );
  await inWindow('debug', { workspace: debugged }, async (window) => {
    await j8(window, stepsOf(report, 'J8', window));
    await j8GiveAValue(window, stepsOf(report, 'J8.3', window));
    await j8Retry(window, stepsOf(report, 'J8.4', window));
  });
  await inWindow('targets', { workspace: { 'asks-node': path.join(fixtures, 'asks-node') }, prepare: useDemoSite }, async (window) => {
    const orchestrator = await startOrchestrator();
    try {
      await j7(window, orchestrator, stepsOf(report, 'J7', window));
      await j8Targets(window, orchestrator, stepsOf(report, 'J8 there', window));
      await j7Unreachable(window, orchestrator, stepsOf(report, 'J7', window));
    } finally {
      await orchestrator.close();
    }
  });
  const broken = ['invalid-name', 'missing-entrypoint', 'missing-execute', 'unknown-input-key'];
  const workspace = Object.fromEntries(broken.map((name) => [name, path.join(samples, 'broken', name)]));
  const inMemory = memoryFiles(path.join(root, '.cache'), workspace);
  await inWindow('empty', { workspace: {}, env: { HERMES_MEMORY_FILES: inMemory } }, async (window) => {
    await noAgents(window, stepsOf(report, 'empty', window));
    await walkthrough(window, stepsOf(report, 'empty', window));
    await fromNothing(window, stepsOf(report, 'from nothing', window));
    await noFolder(window, stepsOf(report, 'empty', window));
    cpSync(path.join(samples, 'broken/unknown-key'), path.join(window.folder, 'own'), { recursive: true });
    await singleFiles(window, stepsOf(report, 'no folder', window));
    await virtualFolder(window, stepsOf(report, 'virtual', window));
  });
  await inAnyWindow(
    'web',
    async () => openWebWindow({ vsix, workspace }),
    async (window) => browserOnly(window, stepsOf(report, 'browser only', window)),
  );
} finally {
  await site.close();
}
writeReport(report);
process.exitCode = report.failed === 0 ? 0 : 1;
