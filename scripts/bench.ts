import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { positionals, values } = parseArgs({ allowPositionals: true, options: { n: { type: 'string' } } });

/** `npm run bench` runs all; `npm run bench -- server runtime` runs those. Each prints a table of its own. */
const all = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const unknown = positionals.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`There is no bench "${unknown.join('", "')}". There are: ${all.join(', ')}.`);

spawnSync(process.execPath, [join(root, 'scripts/bundle.ts'), '--quiet'], { cwd: root, stdio: 'inherit' });
for (const name of positionals.length > 0 ? positionals : all) {
  console.log(`\n## ${name}\n`);
  const { status } = spawnSync(
    process.execPath,
    [join(root, `bench/${name}.bench.ts`), ...(values.n === undefined ? [] : ['--n', values.n])],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exitCode = 1;
}
