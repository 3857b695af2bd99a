import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

type NamedSchema = { readonly $id: string; readonly title: string; readonly $schema: string };

const root = join(import.meta.dirname, '..');
const json = join(root, 'schemas/json');

/** What people write. Their validators have a file of their own: the language server needs no other, and a bundler shares whole files. */
const filesOfPeople = ['agent', 'runtime-config', 'orchestrator-config', 'ui-config'];

/** Writes types and validators for `schemas/json` into a folder; the test writes them elsewhere and compares. */
export async function generate(out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const files = readdirSync(json)
    .filter((file) => file.endsWith('.schema.json'))
    .toSorted();
  const schemas = files.map((file) => JSON.parse(readFileSync(join(json, file), 'utf8')) as NamedSchema);
  const banner = '// Generated from schemas/json by npm run generate.\n';
  writeFileSync(join(out, 'types.ts'), banner + (await typesOf(files)));
  const isOfFile = ({ $id }: NamedSchema): boolean => filesOfPeople.some((name) => $id.endsWith(`/${name}.schema.json`));
  const groups = { 'file-validators': schemas.filter(isOfFile), 'message-validators': schemas.filter((schema) => !isOfFile(schema)) };
  for (const [name, group] of Object.entries(groups)) {
    writeFileSync(join(out, `${name}.js`), banner + (await validatorsOf(schemas, group)));
    writeFileSync(join(out, `${name}.d.ts`), banner + declarationsOf(group));
  }
  format(out);
}

/** Writes what the contract checks files with: our two file schemas as data, and validators of JSON Schema itself. */
export async function generateForContract(out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const banner = '// Generated from schemas/json and the metaschemas of JSON Schema by npm run generate.\n';
  const data = ['agent', 'runtime-config', 'orchestrator-config'].map((name) => {
    const schema = readFileSync(join(json, `${name}.schema.json`), 'utf8');
    return `export const ${name.replace(/-./, (part) => part.charAt(1).toUpperCase())}Schema: FileSchema = ${schema.trim()};\n`;
  });
  writeFileSync(
    join(out, 'file-schemas.ts'),
    `${banner}import type { FileSchema } from '../schema-check/file-schema.ts';\n${data.join('')}`,
  );
  writeFileSync(join(out, 'metaschemas.js'), banner + (await metaschemaValidators()));
  const declarations = ['validateDraft7', 'validateDraft2020'].map((name) => `export declare const ${name}: Validate<object | boolean>;\n`);
  writeFileSync(
    join(out, 'metaschemas.d.ts'),
    `${banner}import type { Validate } from '@hermes-runtime/schemas';\n${declarations.join('')}`,
  );
  format(out);
}

function format(out: string): void {
  execFileSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), '-c', join(root, '.oxfmtrc.json'), out], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function metaschemaValidators(): Promise<string> {
  const options = { allErrors: true, strict: false, messages: false, validateFormats: false, code: { source: true, esm: true } };
  const draft7 = standaloneCode.default(new Ajv(options), { validateDraft7: 'http://json-schema.org/draft-07/schema' });
  const draft2020 = standaloneCode.default(new Ajv2020(options), { validateDraft2020: 'https://json-schema.org/draft/2020-12/schema' });
  const both = await Promise.all([draft7, draft2020].map((code) => withoutPackages(code)));
  const result = await build({
    // Else the comments in the result say where this was started.
    absWorkingDir: root,
    stdin: { contents: `export * from 'seven'; export * from 'twenty';`, resolveDir: join(root, 'contract') },
    plugins: [
      {
        name: 'two validators',
        setup(api): void {
          api.onResolve({ filter: /^(seven|twenty)$/ }, ({ path }) => ({ path, namespace: 'validator' }));
          api.onLoad({ filter: /.*/, namespace: 'validator' }, ({ path }) => ({ contents: both[path === 'seven' ? 0 : 1] ?? '' }));
        },
      },
    ],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    legalComments: 'none',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** One file for all schemas, so that a type that two of them name is declared once. */
async function typesOf(files: readonly string[]): Promise<string> {
  const all: JSONSchema = { title: 'Everything', type: 'object', anyOf: files.map((file) => ({ $ref: file })) };
  const text = await compile(all, 'Everything', { format: false, additionalProperties: false, bannerComment: '', cwd: `${json}/` });
  return text.replace(/^export type Everything = .*$/m, '');
}

async function validatorsOf(schemas: readonly NamedSchema[], exported: readonly NamedSchema[]): Promise<string> {
  // Ajv2020 keeps track of evaluated properties, which triples the code; our schemas use none of its keywords.
  const ajv = new Ajv({
    schemas: schemas.map(({ $schema: _draft, ...schema }) => schema),
    allErrors: true,
    discriminator: true,
    inlineRefs: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    messages: false,
    code: { source: true, esm: true },
    // Read by json-schema-to-typescript alone: "any value" would become a record otherwise.
    keywords: ['tsType'],
  });
  const code = standaloneCode.default(ajv, Object.fromEntries(exported.map(({ $id, title }) => [`validate${title}`, $id])));
  return withoutPackages(code);
}

/** Ajv leaves CommonJS requires of its own helpers in ESM output; bundling makes the file need no package at all. */
async function withoutPackages(code: string): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    stdin: { contents: code, resolveDir: join(root, 'schemas') },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    legalComments: 'none',
  });
  return result.outputFiles[0]?.text ?? '';
}

function declarationsOf(schemas: readonly NamedSchema[]): string {
  const titles = schemas.map(({ title }) => title);
  const lines = titles.map((title) => `export declare const validate${title}: Validate<${title}>;`);
  return `import type { Validate } from '../validate.ts';\nimport type { ${titles.join(', ')} } from './types.ts';\n${lines.join('\n')}\n`;
}

if (import.meta.main) {
  await generate(join(root, 'schemas/src/generated'));
  await generateForContract(join(root, 'contract/src/generated'));
}
