import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

type NamedSchema = JSONSchema & { $id: string; title: string; $schema: string };

const root = join(import.meta.dirname, '..');
const json = join(root, 'schemas/json');

/** Writes types and validators for `schemas/json` into a folder; the test writes them elsewhere and compares. */
export async function generate(out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const files = readdirSync(json)
    .filter((file) => file.endsWith('.schema.json'))
    .toSorted();
  const schemas = files.map((file) => JSON.parse(readFileSync(join(json, file), 'utf8')) as NamedSchema);
  const banner = '// Generated from schemas/json by npm run generate.\n';
  writeFileSync(join(out, 'types.ts'), banner + (await typesOf(files)));
  writeFileSync(join(out, 'validators.js'), banner + (await validatorsOf(schemas)));
  writeFileSync(join(out, 'validators.d.ts'), banner + declarationsOf(schemas));
  execFileSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), '-c', join(root, '.oxfmtrc.json'), out], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** One file for all schemas, so that a type that two of them name is declared once. */
async function typesOf(files: readonly string[]): Promise<string> {
  const all = { title: 'Everything', type: 'object', anyOf: files.map((file) => ({ $ref: file })) } as JSONSchema;
  const text = await compile(all, 'Everything', { format: false, additionalProperties: false, bannerComment: '', cwd: `${json}/` });
  return text.replace(/^export type Everything = .*$/m, '');
}

async function validatorsOf(schemas: readonly NamedSchema[]): Promise<string> {
  // Ajv2020 keeps track of evaluated properties, which triples the code; our schemas use none of its keywords.
  const ajv = new Ajv({
    schemas: schemas.map(({ $schema: _, ...schema }) => schema),
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
  const code = standaloneCode.default(ajv, Object.fromEntries(schemas.map(({ $id, title }) => [`validate${title}`, $id])));
  // Ajv leaves CommonJS requires of its own helpers in ESM output; bundling makes the file need no package at all.
  const result = await build({
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

if (import.meta.main) await generate(join(root, 'schemas/src/generated'));
