import { stringify } from 'yaml';
import { isMap } from '../value.ts';
import { pick, randomObject, randomSchema } from './random-schema.ts';
import type { ValidAgent } from './mutation.ts';

type Random = (below: number) => number;

/** A valid agent that nobody has seen before: schemas with all keywords, examples that fit, code that reads and returns every field. */
export function randomAgent(random: Random, name: string): ValidAgent {
  const [input, output] = [randomObject(random, 2), randomObject(random, 1)];
  const shared = randomSchema(random, 1);
  const withShared = {
    ...input.schema,
    $schema: `https://json-schema.org/draft/${pick(random, ['2020-12', '2019-09'])}/schema`,
    properties: { ...propertiesOf(input.schema), common: { $ref: '#/$defs/common' } },
    $defs: { common: shared.schema },
  };
  const isPython = random(2) === 0;
  const agent = {
    name,
    version: pick(random, ['1.0.0', '0.1.10', '2.3.4-rc.1', '10.20.30+build.5']),
    description: pick(random, ['Does something', 'Tut etwas: alles', '做点事 😀', 'on']),
    input_schema: random(4) === 0 ? input.schema : withShared,
    output_schema: output.schema,
    runtime: { type: isPython ? 'python' : 'nodejs', entrypoint: isPython ? 'main.py' : 'main.mjs' },
    ...(random(2) === 0 ? { timeout_seconds: pick(random, [1, 0.5, 86_400]) } : {}),
    ...(random(3) === 0 ? { retry: { max_attempts: 3, backoff: 1 }, concurrency: 2 } : {}),
    ...(random(3) === 0 ? { permissions: { network: [], read: ['./data'], write: [] }, limits: { memory_mb: 64 } } : {}),
    examples: [{ name: 'one', input: input.value, output: output.value }, { input: input.value }],
  };
  const reads = Object.keys(propertiesOf(agent.input_schema));
  const returned = Object.keys(propertiesOf(output.schema));
  const text = stringify(agent, { lineWidth: 0, ...(random(3) === 0 ? { collectionStyle: 'flow' } : {}), aliasDuplicateObjects: false });
  return {
    name,
    files: { 'agent.yaml': text, ...(isPython ? { 'main.py': python(reads, returned) } : { 'main.mjs': javascript(reads, returned) }) },
  };
}

function propertiesOf(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { properties } = schema;
  return isMap(properties) ? properties : {};
}

function python(reads: readonly string[], returned: readonly string[]): string {
  const gets = reads.map((name) => `    values.append(input_data.get("${name}"))\n`).join('');
  const keys = returned.map((name) => `        "${name}": values,\n`).join('');
  return `def execute(input_data):\n    values = []\n${gets}    return {\n${keys}    }\n`;
}

function javascript(reads: readonly string[], returned: readonly string[]): string {
  const gets = reads.map((name) => `  values.push(input.${name});\n`).join('');
  const keys = returned.map((name) => `    ${name}: values,\n`).join('');
  return `export async function execute(input) {\n  const values = [];\n${gets}  return {\n${keys}  };\n}\n`;
}
