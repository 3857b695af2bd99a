import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDemoSite } from '../agents-sample/demo-site/demo-site.ts';
import { installVscode } from '../test/vscode/install.ts';
import { packageProbe } from '../test/vscode/package-probe.ts';
import { choose, openFile, showHermes, spokenRows, tracePanel, treeRows } from '../test/vscode/screen.ts';
import { until } from '../test/vscode/until.ts';
import { type Window, openWindow } from '../test/vscode/window.ts';

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'docs/pictures');

/** The README's pictures, taken from the packaged extension in a real VS Code, so that they stay true. */
const { status } = spawnSync(process.execPath, [join(root, 'scripts/package.ts')], { stdio: 'inherit' });
if (status !== 0) throw new Error('the extension was not packaged');
await installVscode();
mkdirSync(pictures, { recursive: true });
const site = await startDemoSite();
try {
  await takePicture('editor', 'en');
  await takePicture('editor-zh', 'zh-cn');
} finally {
  await site.close();
}

async function takePicture(name: string, locale: string): Promise<void> {
  const window = await openWindow({
    extensions: [join(root, 'hermes-runtime.vsix'), packageProbe()],
    workspace: { 'web-scraper': join(root, 'agents-sample/web-scraper'), 'daily-report': join(root, 'agents-sample/daily-report') },
    prepare: useDemoSite,
    locale,
    settings: { 'workbench.colorTheme': 'Default Dark Modern', 'workbench.secondarySideBar.defaultVisibility': 'hidden' },
  });
  try {
    await runSample(window);
    await window.page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', caret: 'hide' });
    console.log(`docs/pictures/${name}.png`);
  } finally {
    await window.close();
  }
}

async function runSample(window: Window): Promise<void> {
  await showHermes(window);
  await openFile(window, 'web-scraper/main.mjs');
  await window.start('hermesRuntime.run', { agent_path: join(window.folder, 'web-scraper') });
  await choose(window, 'the whole shop');
  const title = (await window.vs((vscode) => vscode.env.language)) === 'en' ? 'Tasks' : '任务';
  await until('the task has ended', async () =>
    (await spokenRows(window, title)).some((row) => /4 /.test(row) && row.includes('web-scraper')),
  );
  await treeRows(window, title).filter({ hasText: 'web-scraper' }).first().click();
  await window.page.keyboard.press('ArrowRight');
  await window.command('hermesRuntime.openTrace');
  const panel = await tracePanel(window);
  await panel.locator('.strip').waitFor();
  await panel.locator('[role=option]').last().click();
}

/** Any free port: the one that the samples name may be taken. */
function useDemoSite(folder: string): void {
  const file = join(folder, 'web-scraper/agent.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('http://127.0.0.1:4310', site.origin));
}
