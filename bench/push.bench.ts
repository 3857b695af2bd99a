import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtPrograms } from './built-programs.ts';
import { interleaved, printTable, timed } from './figures.ts';

/** An agent of 5 MB, packed, sent, checked, unpacked and deployed over loopback; beside tar and gzip, which only pack. */
const { values } = parseArgs({ options: { n: { type: 'string', default: '5' } } });
const { home, env, run, serve, close } = builtPrograms();
const folder = join(home, 'agent');
mkdirSync(folder);
// Half of it does not compress, as models and pictures do not; the other half is text.
writeFileSync(join(folder, 'model.bin'), randomBytes(2_500_000));
writeFileSync(join(folder, 'words.txt'), 'the same words again and again\n'.repeat(80_000));
writeFileSync(join(folder, 'main.mjs'), 'export function execute() {\n  return {};\n}\n');

let version = 0;
function nextVersion(): void {
  version += 1;
  writeFileSync(join(folder, 'agent.yaml'), `name: large\nversion: 1.${version}.0\nruntime:\n  type: nodejs\n  entrypoint: main.mjs\n`);
}

try {
  const config = join(home, 'orchestrator-config.yaml');
  writeFileSync(config, 'server:\n  host: 127.0.0.1\n  port: 0\n');
  const token = await run('orchestrator.mjs', 'token', 'create', '--name', 'bench', '--scopes', 'read,push', '--config', config);
  env['HERMES_TARGET_TOKEN'] = token.trim();
  env['ORCHESTRATOR_URL'] = await serve('orchestrator.mjs', 'serve', '--config', config);
  console.log('push: an agent of 5 MB, the whole command, to an orchestrator on this machine');
  printTable(
    await interleaved(Number(values.n), {
      'tar -czf of the folder': () => timed(async () => spawnSync('tar', ['-czf', join(home, 'agent.tgz'), '-C', folder, '.'])),
      'hermes-runtime push, a new version': async () => {
        nextVersion();
        return timed(() => run('runtime.mjs', 'push', folder, '--yes'));
      },
      'hermes-runtime push, it is there already': () => timed(() => run('runtime.mjs', 'push', folder, '--yes')),
    }),
  );
} finally {
  await close();
}
