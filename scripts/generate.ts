import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { writeRuleNames } from './rule-names.ts';

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

/** Writes what the contract explains files with: their schemas as data. */
export function generateForContract(out: string): void {
  mkdirSync(out, { recursive: true });
  const banner = '// Generated from schemas/json by npm run generate.\n';
  const data = ['agent', 'runtime-config', 'orchestrator-config'].map((name) => {
    const schema = readFileSync(join(json, `${name}.schema.json`), 'utf8');
    return `export const ${name.replace(/-./, (part) => part.charAt(1).toUpperCase())}Schema: FileSchema = ${schema.trim()};\n`;
  });
  writeFileSync(
    join(out, 'file-schemas.ts'),
    `${banner}import type { FileSchema } from '../schema-check/file-schema.ts';\n${data.join('')}`,
  );
  format(out);
}

function format(out: string): void {
  execFileSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), '-c', join(root, '.oxfmtrc.json'), out], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
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
    // Else the comments in the result say where this was started.
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
  generateForContract(join(root, 'contract/src/generated'));
  writeRuleNames();
}
