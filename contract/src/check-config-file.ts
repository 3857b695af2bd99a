import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import { parseYaml } from './descriptor/parse-yaml.ts';
import { applyIgnores } from './ignore/apply-ignores.ts';
import { ignoresInYaml } from './ignore/find-ignores.ts';
import { atKey, atValue, type CheckedFile, type Finding } from './problem-at.ts';
import { inFileOrder } from './problem-order.ts';
import { describeError } from './schema-check/describe-error.ts';
import type { FileSchema } from './schema-check/file-schema.ts';
import { fileErrors, type FileError } from './schema-check/file-errors.ts';
import { unknownKeyProblem, unknownKeys } from './schema-check/unknown-keys.ts';
import { dotted, valueAt } from './value.ts';

/** One kind of configuration: its schema, and what is allowed by it and still worth a word. */
export type ConfigKind<T> = {
  readonly schema: FileSchema;
  readonly is: (value: unknown) => value is T;
  readonly risks: (file: CheckedFile, value: unknown) => readonly Problem[];
};

/** Reads the text of a configuration file; `path` is the one that its problems carry. A file with errors gives no config. */
export function checkConfigFile<T>(
  text: string,
  path: string,
  { schema, is, risks }: ConfigKind<T>,
): { readonly config?: T; readonly problems: readonly Problem[] } {
  const yaml = parseYaml(text);
  const file: CheckedFile = { path, yaml };
  const ofYaml = yaml.problems.map((problem) => ({ ...problem, path, ...relatedIn(problem, path) }));
  const value = yaml.value ?? (ofYaml.length === 0 ? {} : undefined);
  if (value === undefined) return { problems: ofYaml };

  const ofSchema = fileErrors(schema, value).map((error) => {
    const wrong = valueAt(value, error.path);
    const finding = describe(error, wrong);
    return wrong === null ? atKey(file, error.path, finding) : atValue(file, error.path, finding);
  });
  const unknown = unknownKeys(schema, value).map((key) => unknownKeyProblem(file, key, []));
  const mended = yaml.mendedLine;
  const found = [...ofSchema, ...unknown, ...risks(file, value)].filter(({ range }) => mended === undefined || range.start.line !== mended);
  const comments = { path, ignores: ignoresInYaml(yaml) };
  const problems = inFileOrder(applyIgnores([...ofYaml, ...found], [comments], { isWhole: ofYaml.length === 0 }));
  return ofYaml.length === 0 && is(value) ? { config: value, problems } : { problems };
}

function describe(error: FileError, value: unknown): Finding {
  const name = dotted(error.path);
  const found = describeError(error, value);
  if (error.path.length === 0) return { ...found, message: l10n.t('This file must hold keys and values.') };
  if (error.keyword === 'required') {
    return {
      code: 'missing-key',
      severity: 'error',
      message: l10n.t('{0} is missing. Add it.', `${name}.${error.missing}`),
    };
  }
  // Addresses are the only texts with a form.
  if (error.keyword === 'pattern') return { ...found, message: l10n.t('{0} must begin with http:// or https://.', name) };
  return found;
}

function relatedIn(problem: Problem, path: string): Pick<Problem, 'related'> {
  return problem.related === undefined ? {} : { related: problem.related.map((place) => ({ ...place, path })) };
}
