import * as l10n from '@vscode/l10n';
import type { Problem, ValueProblem } from '@hermes-runtime/schemas';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { secretFieldsOf } from '../schema-check/secret-fields.ts';
import { compileValueSchema, wasChecked } from '../value-schema/compile-value-schema.ts';
import { schemaOfValue } from '../value-schema/schema-of-value.ts';
import { indexSchema, isOtherDialect } from '../value-schema/schema-index.ts';
import { below } from '../value-schema/check-scope.ts';
import { isMap, own, valueAt } from '../value.ts';
import { isStray } from './required-without-property.ts';
import { problemAtValue, type Rule, type RuleContext } from './rule.ts';
import type { SchemaPart } from './schema-part.ts';
import { isFlawed } from './schema-parts.ts';

/** More are a consequence of one mistake, or will be seen when these are mended. */
const maxForExample = 5;

/** An example whose input or output its schema does not allow. A secret may be left out, or be a reference: it is asked for when the example is run. */
export const exampleMismatch: Rule = {
  codes: ['example-mismatch'],
  check: (context) => {
    const examples = own(context.descriptor.value, 'examples');
    if (!Array.isArray(examples)) return [];
    return examples.flatMap((example: unknown, index) => [
      ...mismatches(context, ['examples', index, 'input'], own(example, 'input'), 'input_schema'),
      ...mismatches(context, ['examples', index, 'output'], own(example, 'output'), 'output_schema'),
    ]);
  },
};

function mismatches(context: RuleContext, at: ValuePath, value: unknown, key: 'input_schema' | 'output_schema'): Problem[] {
  const schema = own(context.descriptor.value, key);
  if (value === undefined || (key === 'input_schema' && !isMap(value)) || (!isMap(schema) && typeof schema !== 'boolean')) return [];
  if (isOtherDialect(schema)) return [];
  const compiled = compileValueSchema(schema);
  const secrets = new Set(key === 'input_schema' ? secretFieldsOf(schema).map(({ path }) => path.reduce(below, '')) : []);
  return compiled
    .validate(compiled.applyDefaults(value))
    .filter((problem) => wasChecked(problem) && !secrets.has(problem.path) && !isOfSchema(schema, key, problem))
    .slice(0, maxForExample)
    .map((problem) => {
      const message = l10n.t('This does not fit {0}: {1}. Change one of the two.', key, problem.message);
      return problemAtValue(context, [...at, ...stepsIn(value, problem)], { code: 'example-mismatch', severity: 'error', message });
    });
}

/** Whether the schema contradicts itself where this does not fit: then that is the mistake. */
function isOfSchema(root: unknown, key: SchemaPart['key'], problem: ValueProblem): boolean {
  if (!isMap(root)) return false;
  const index = indexSchema(root);
  const steps = segmentsOf(problem);
  for (let length = problem.keyword === 'required' ? steps.length - 1 : steps.length; length > 0; length -= 1) {
    const schema = schemaOfValue(index, root, steps.slice(0, length));
    if (isMap(schema) && isFlawed({ root, key, schema, path: [] })) return true;
  }
  return problem.keyword === 'required' && isStray(schemaOfValue(index, root, steps.slice(0, -1)), steps.at(-1) ?? '');
}

function segmentsOf({ path }: ValueProblem): string[] {
  return path
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function stepsIn(value: unknown, problem: ValueProblem): ValuePath {
  const steps: (string | number)[] = [];
  for (const key of segmentsOf(problem)) {
    steps.push(Array.isArray(valueAt(value, steps)) ? Number(key) : key);
  }
  return steps;
}
