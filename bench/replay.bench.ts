import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDemoSite } from '../agents-sample/demo-site/demo-site.ts';
import { builtPrograms, root } from './built-programs.ts';
import { interleaved, printTable, timed } from './figures.ts';

/** A task beside its own replays, each a whole command, with a runtime that is up. The site makes the agent wait and try again. */
const { values } = parseArgs({ options: { n: { type: 'string', default: '5' } } });
const { home, run, close } = builtPrograms();
const site = await startDemoSite();
try {
  const folder = join(home, 'web-scraper');
  cpSync(join(root, 'agents-sample/web-scraper'), folder, { recursive: true });
  const manifest = join(folder, 'agent.yaml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll('http://127.0.0.1:4310', site.origin));
  const input = JSON.stringify({ base_url: site.origin });
  const lines = (await run('runtime.mjs', 'run', folder, '--input', input, '--json')).trim().split('\n');
  const { task_id } = JSON.parse(lines.at(-1) ?? '') as { task_id: string };
  console.log('replay: the whole command, the runtime up; web-scraper against the demo site');
  printTable(
    await interleaved(Number(values.n), {
      'the task, live': () => timed(() => run('runtime.mjs', 'run', folder, '--input', input)),
      'replay, exact': () => timed(() => run('runtime.mjs', 'replay', task_id)),
      'replay with my code': () => timed(() => run('runtime.mjs', 'replay', task_id, '--mode', 'my-code')),
    }),
  );
} finally {
  await close();
  await site.close();
}
