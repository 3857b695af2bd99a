import { expect, test } from 'vitest';
import { authorFolder, runInHarness } from './harness-process.ts';

const dependency = `export const unit = 'C';`;

const parts = {
  'lib/unit.mjs': dependency,
  'lib/unit.cjs': `module.exports.unit = 'C';`,
  'lib/plain.js': `exports.unit = require('./unit.cjs').unit;`,
  'lib/typed.ts': `export const unit: string = 'C';`,
};

const kinds = [
  [
    'main.mjs',
    `import { unit } from './lib/unit.mjs';\nexport function execute(input) { return { said: input.city + unit, here: import.meta.url }; }`,
  ],
  [
    'main.js',
    `import { unit } from './lib/unit.mjs';\nexport const execute = async (input) => ({ said: input.city + unit, here: import.meta.url });`,
  ],
  [
    'main.mjs',
    `import { unit } from './lib/unit.mjs';\nexport default { execute(input) { return { said: input.city + unit, here: import.meta.url }; } };`,
  ],
  ['main.mjs', `import { unit } from './lib/unit.cjs';\nexport default (input) => ({ said: input.city + unit, here: import.meta.url });`],
  [
    'main.cjs',
    `const { join } = require('path');\nconst { unit } = require(join(__dirname, 'lib/unit.cjs'));\nmodule.exports.execute = (input) => ({ said: input.city + unit, here: __filename });`,
  ],
  [
    'main.cjs',
    `const { unit } = require('./lib/unit.mjs');\nexports.execute = (input) => ({ said: input.city + unit, here: __filename });`,
  ],
  [
    'main.js',
    `const { unit } = require('./lib/plain');\nmodule.exports = { execute: (input) => ({ said: input.city + unit, here: __filename }) };`,
  ],
  [
    'main.ts',
    `import { unit } from './lib/typed.ts';\ntype Input = { city: string };\nexport function execute(input: Input): object { return { said: input.city + unit, here: import.meta.url }; }`,
  ],
  [
    'main.cts',
    `const plain = require('./lib/unit.cjs');\nexports.execute = (input: { city: string }) => ({ said: input.city + plain.unit, here: __filename });`,
  ],
] as const;

test.each(kinds)('%s runs from its snapshot under the author’s name: %s', async (entrypoint, source) => {
  const outcome = await runInHarness({
    files: {
      [entrypoint]: source,
      ...parts,
    },
    input: { city: '北京' },
  });
  expect(outcome.failure ?? outcome.rejected).toBeUndefined();
  const { said, here } = Object(outcome.output);
  expect(said).toBe('北京C');
  expect(decodeURIComponent(String(here))).toContain(`${authorFolder}/${entrypoint}`);
  expect(outcome.order.slice(-2)).toEqual(['result', 'end']);
  expect(outcome.exitCode).toBe(0);
  expect(outcome.native).toBe('');
});

test.each(kinds)('%s runs where the snapshot is mounted at the author’s folder: %s', async (entrypoint, source) => {
  const outcome = await runInHarness({ files: { [entrypoint]: source, ...parts }, input: { city: '北京' }, inPlace: true });
  expect(outcome.failure ?? outcome.rejected).toBeUndefined();
  expect(outcome.output).toMatchObject({ said: '北京C' });
});
