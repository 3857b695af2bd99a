import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { type DemoSite, startDemoSite } from '../agents-sample/demo-site/demo-site.ts';

const root = join(import.meta.dirname, '..');
const samples = join(root, 'agents-sample');
const program = join(root, 'client/dist/runtime.mjs');
const isChinese = /^zh/i.test(process.env['LC_ALL'] || process.env['LANG'] || '');
const say = (en: string, zh: string): void => void process.stderr.write(`${isChinese ? zh : en}\n`);

say('Setting up 2/4 · build', '准备 2/4 · 构建');
await succeed(
  spawn(process.execPath, [join(root, 'scripts/bundle.ts'), '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] }),
  'the build',
);

say('Setting up 3/4 · demo site', '准备 3/4 · 演示站点');
const site = await openDemoSite();

say('Setting up 4/4 · runtime', '准备 4/4 · 运行时');
// Its own process group: Ctrl+C reaches this script alone, which then ends one after the other.
const dev = spawn(process.execPath, [program, 'dev', samples], { stdio: ['ignore', 'inherit', 'pipe'], detached: true });
const said = collect(dev);
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
const isUp = await Promise.race([said.until(/ctrl\+c/i).then(() => true), once(dev, 'exit').then(() => false)]);
if (!isUp) {
  process.stderr.write(said.text());
  process.exit(3);
}

const input = JSON.stringify({ base_url: site.origin });
process.stderr.write('\n');
const run = spawn(process.execPath, [program, 'run', join(samples, 'web-scraper'), '--input', input], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const [code] = await once(run, 'exit');
say(styleText('dim', '  demo data, 0 calls left this machine\n'), styleText('dim', '  演示数据，没有任何请求离开本机\n'));
process.stderr.write(said.text());
said.pipeOn();
say(
  'In VS Code: npm run package, then install hermes-runtime.vsix; or press F5 in this folder',
  '在 VS Code 里：npm run package，然后安装 hermes-runtime.vsix；或在本文件夹按 F5',
);

// Somebody looks on: serve until they have seen enough. Nobody does (a script, a pipe): the job is done.
if (!process.stderr.isTTY || code !== 0) stop();
await once(dev, 'exit');
await site.close();
process.exitCode = code === 0 ? 0 : 1;

function stop(): void {
  dev.kill('SIGINT');
}

/** On the port that the samples' defaults name, else on any: then the sample is told. */
async function openDemoSite(): Promise<DemoSite> {
  return startDemoSite({ port: 4310 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return startDemoSite();
  });
}

/** Holds what the runtime says until the trace is on the screen; then lets it through. */
function collect(child: ChildProcess): { text: () => string; until: (pattern: RegExp) => Promise<void>; pipeOn: () => void } {
  let text = '';
  let isThrough = false;
  let check = (): void => undefined;
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    if (isThrough) process.stderr.write(chunk);
    else text += chunk;
    check();
  });
  return {
    text: () => text,
    until: (pattern) =>
      new Promise((resolve) => {
        check = () => {
          if (pattern.test(text)) resolve();
        };
        check();
      }),
    pipeOn: () => {
      isThrough = true;
    },
  };
}

async function succeed(child: ChildProcess, what: string): Promise<void> {
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`${what} ended with ${String(status)}`);
}
