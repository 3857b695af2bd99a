import * as l10n from '@vscode/l10n';
import type { ValueProblem } from '@hermes-runtime/schemas';
import { nearMatch } from '../near-match.ts';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { secretFieldsOf } from '../schema-check/secret-fields.ts';
import { yamlReading } from '../schema-check/yaml-reading.ts';
import { compileValueSchema, wasChecked } from '../value-schema/compile-value-schema.ts';
import { schemaOfValue } from '../value-schema/schema-of-value.ts';
import { indexSchema, isOtherDialect } from '../value-schema/schema-index.ts';
import { below } from '../value-schema/check-scope.ts';
import { isMap, own, valueAt } from '../value.ts';
import type { RuleContext } from './rule.ts';
import { spoiltParts, strayNames } from './spoilt-schemas.ts';

/** More are a consequence of one mistake, or will be seen when these are mended. */
const maxForValue = 5;

/** One place in a value of the descriptor that its schema does not allow. */
export type Mismatch = {
  readonly place: ValuePath;
  /** Whether the key itself is too much, whether it is missing, or what is wrong with the value. */
  readonly what: 'key' | 'missing' | 'value';
  /** A sentence of what the schema says, and one of what YAML made of what is written, if that is something else. */
  readonly message: string;
  readonly reading: string;
};

/**
 * Where a value that stands at `at` does not fit a schema of the descriptor, one entry for each mistake.
 * A secret may be left out, or be a reference: it is asked for when the agent is run.
 * Silent where the schema itself is wrong, or is of a dialect that is not known.
 */
export function mismatchesOf(context: RuleContext, at: ValuePath, value: unknown, key: 'input_schema' | 'output_schema'): Mismatch[] {
  const schema = own(context.descriptor.value, key);
  if (value === undefined || (key === 'input_schema' && !isMap(value)) || (!isMap(schema) && typeof schema !== 'boolean')) return [];
  if (isOtherDialect(schema)) return [];
  const compiled = compileValueSchema(schema);
  const secrets = new Set(key === 'input_schema' ? secretFieldsOf(schema).map(({ path }) => path.reduce(below, '')) : []);
  const found = compiled.validate(compiled.applyDefaults(value));
  return withoutMeant(found)
    .filter((problem) => wasChecked(problem) && !secrets.has(problem.path) && !isOfSchema(schema, problem) && !isOfDefault(value, problem))
    .slice(0, maxForValue)
    .map((problem) => {
      const steps = stepsIn(value, problem);
      const place = [...at, ...steps];
      const reading =
        problem.keyword === 'type' && isMap(schema)
          ? yamlReading(
              valueAt(value, steps),
              own(schemaOfValue(indexSchema(schema), schema, segmentsOf(problem.path)), 'type'),
              context.descriptor.yaml.writtenAt(place),
            )
          : '';
      const what = problem.keyword === 'additionalProperties' ? 'key' : problem.keyword === 'required' ? 'missing' : 'value';
      return { place, what, message: asSentence(problem.message), reading };
    });
}

/** A question has its mark already. */
function asSentence(message: string): string {
  return /[?？]$/.test(message) ? message : l10n.t('{0}.', message);
}

/** Whether the schema itself has a problem where this does not fit: then that is the mistake. */
function isOfSchema(root: unknown, { keyword, path }: ValueProblem): boolean {
  if (!isMap(root)) return false;
  const steps = segmentsOf(path);
  const parent = schemaOfValue(indexSchema(root), root, steps.slice(0, -1));
  if ((keyword === 'required' || keyword === 'additionalProperties') && strayNames(parent).includes(steps.at(-1) ?? '')) return true;
  return spoiltParts(root).some(([word, name]) => word !== 'properties' || name === undefined || name === steps[0]);
}

/** What is not in the example was filled in from the schema, and is judged there. */
function isOfDefault(value: unknown, { keyword, path }: ValueProblem): boolean {
  return keyword !== 'required' && valueAt(value, stepsIn(value, { path })) === undefined;
}

/** What is missing was meant by a key that is not expected: that one says so. */
function withoutMeant(problems: readonly ValueProblem[]): readonly ValueProblem[] {
  const strange = problems.filter(({ keyword }) => keyword === 'additionalProperties').map(({ path }) => segmentsOf(path));
  return problems.filter(({ keyword, path }) => {
    const steps = segmentsOf(path);
    const missing = steps.pop() ?? '';
    return (
      keyword !== 'required' ||
      !strange.some((one) => one.slice(0, -1).join('/') === steps.join('/') && nearMatch(one.at(-1) ?? '', [missing]) !== undefined)
    );
  });
}

function segmentsOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function stepsIn(value: unknown, { path }: Pick<ValueProblem, 'path'>): ValuePath {
  const steps: (string | number)[] = [];
  for (const key of segmentsOf(path)) {
    steps.push(Array.isArray(valueAt(value, steps)) ? Number(key) : key);
  }
  return steps;
}
