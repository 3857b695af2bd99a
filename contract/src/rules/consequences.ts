import type { Problem } from '@hermes-runtime/schemas';
import { schemaKeys } from '../schema-check/user-schemas.ts';
import { isOtherDialect } from '../value-schema/schema-index.ts';
import { isMap, own, valueAt } from '../value.ts';
import { descriptorErrors } from './descriptor-errors.ts';
import type { RuleContext } from './rule.ts';
import { isSpoiltAtTop, strayNames } from './spoilt-schemas.ts';

/** What the code is held against, by the code of the problem. */
const schemaOf: Readonly<Record<string, 'input_schema' | 'output_schema'>> = {
  'unknown-input-key': 'input_schema',
  'unread-input': 'input_schema',
  'forbidden-output-key': 'output_schema',
  'missing-output-key': 'output_schema',
  'return-not-object': 'output_schema',
  'wrong-output-type': 'output_schema',
};
const ofDependencies = new Set(['malformed-dependency', 'missing-dependency', 'wrong-dependency-version', 'unused-dependency']);

/** Problems that may have others for a consequence; without one of them nothing is looked at. */
const causes = [
  'invalid-schema',
  'unknown-keyword',
  'required-without-property',
  'forbidden-output-key',
  'entrypoint-type',
  'wrong-type',
  'unknown-key',
];

/** Leaves out what would not be there without another of the problems: one mistake is said once, where it was made. */
export function withoutLaterOnes(context: RuleContext, problems: readonly Problem[]): readonly Problem[] {
  const codes = new Set(problems.map(({ code }) => code));
  if (!causes.some((code) => codes.has(code))) return problems;
  const mayBeSpoilt = codes.has('invalid-schema') || codes.has('unknown-keyword');
  const spoilt = new Set(mayBeSpoilt ? schemaKeys.filter((key) => isSpoilt(context, key)) : []);
  const stray = (key: string): readonly string[] =>
    codes.has('required-without-property') ? strayNames(own(context.descriptor.value, key)) : [];
  const strays = { input_schema: stray('input_schema'), output_schema: stray('output_schema') };
  return problems.filter((problem) => {
    const key = Object.hasOwn(schemaOf, problem.code) ? schemaOf[problem.code] : undefined;
    if (key !== undefined) return !spoilt.has(key) && !isSaidOfSchema(strays[key], problem) && !isSaidOfKeys(problem, problems);
    if (problem.code === 'undeclared-import') return !isListLost(context);
    return !codes.has('entrypoint-type') || !ofDependencies.has(problem.code);
  });
}

function isSpoilt({ descriptor }: RuleContext, key: string): boolean {
  const schema = own(descriptor.value, key);
  return isMap(schema) && !isOtherDialect(schema) && isSpoiltAtTop(schema);
}

/** The names are required by the schema, which does not describe them: then that is the mistake. */
function isSaidOfSchema(stray: readonly string[], { data }: Problem): boolean {
  const names = keysIn(data);
  return names.length > 0 && names.every((name) => stray.includes(name));
}

/** What is missing was meant by a key that is not allowed: that one says so. */
function isSaidOfKeys({ code, path, data }: Problem, problems: readonly Problem[]): boolean {
  if (code !== 'missing-output-key') return false;
  const meant = new Set(
    problems.filter((other) => other.code === 'forbidden-output-key' && other.path === path).map((other) => own(other.data, 'suggestion')),
  );
  const names = keysIn(data);
  return names.length > 0 && names.every((name) => meant.has(name));
}

function keysIn(data: Problem['data']): readonly string[] {
  const keys = own(data, 'keys');
  const names: readonly unknown[] = Array.isArray(keys) ? keys : [own(data, 'key')];
  return names.filter((name) => typeof name === 'string');
}

/** Whether what is declared is not known, because the list is called otherwise or is none. */
function isListLost({ descriptor }: RuleContext): boolean {
  const list = valueAt(descriptor.value, ['runtime', 'dependencies']);
  if (list !== undefined) return !Array.isArray(list);
  return descriptorErrors(descriptor).unknown.some(({ meant }) => meant?.join('.') === 'runtime.dependencies');
}
