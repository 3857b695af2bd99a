import * as l10n from '@vscode/l10n';
import type { Problem, ValueProblem } from '@hermes-runtime/schemas';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { secretFieldsOf } from '../schema-check/secret-fields.ts';
import { compileValueSchema, wasChecked } from '../value-schema/compile-value-schema.ts';
import { isOtherDialect } from '../value-schema/schema-index.ts';
import { below } from '../value-schema/check-scope.ts';
import { isMap, own, valueAt } from '../value.ts';
import { problemAtValue, type Rule, type RuleContext } from './rule.ts';

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
    .filter((problem) => wasChecked(problem) && !secrets.has(problem.path))
    .slice(0, maxForExample)
    .map((problem) => {
      const message = l10n.t('This does not fit {0}: {1}. Change one of the two.', key, problem.message);
      return problemAtValue(context, [...at, ...stepsIn(value, problem)], { code: 'example-mismatch', severity: 'error', message });
    });
}

function stepsIn(value: unknown, { path }: ValueProblem): ValuePath {
  const steps: (string | number)[] = [];
  for (const segment of path.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    steps.push(Array.isArray(valueAt(value, steps)) ? Number(key) : key);
  }
  return steps;
}
