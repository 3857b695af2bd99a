import * as l10n from '@vscode/l10n';
import { validateRuntimeConfig, type Problem, type RuntimeConfig } from '@hermes-runtime/schemas';
import { parseYaml } from './descriptor/parse-yaml.ts';
import { runtimeConfigSchema } from './generated/file-schemas.ts';
import { atKey, atValue, type CheckedFile } from './problem-at.ts';
import { inFileOrder } from './problem-order.ts';
import { describeError } from './schema-check/describe-error.ts';
import { reduceErrors } from './schema-check/reduce-errors.ts';
import { unknownKeyProblem, unknownKeys } from './schema-check/unknown-keys.ts';
import { valueAt } from './value.ts';

/** The codes that a `runtime-config.yaml` can give, beside those of YAML and of wrong values. */
export const runtimeConfigCodes: readonly string[] = ['open-host', 'open-cors'];

/** Reads the text of a `runtime-config.yaml`; `path` is the one that its problems carry. A file with errors gives no config. */
export function checkRuntimeConfig(text: string, path: string): { readonly config?: RuntimeConfig; readonly problems: readonly Problem[] } {
  const yaml = parseYaml(text);
  const file: CheckedFile = { path, yaml };
  const ofYaml = yaml.problems.map((problem) => ({ ...problem, path, ...relatedIn(problem, path) }));
  const value = yaml.value ?? (ofYaml.length === 0 ? {} : undefined);
  if (value === undefined) return { problems: ofYaml };

  const errors = validateRuntimeConfig(value) ? [] : reduceErrors(validateRuntimeConfig.errors, value);
  const ofSchema = errors.map((error) => {
    const wrong = valueAt(value, error.path);
    const finding =
      error.path.length === 0
        ? { ...describeError(error, wrong), message: l10n.t('This file must hold keys and values.') }
        : describeError(error, wrong);
    return wrong === null ? atKey(file, error.path, finding) : atValue(file, error.path, finding);
  });
  const unknown = unknownKeys(runtimeConfigSchema, value).map((key) => unknownKeyProblem(file, key, []));
  const mended = yaml.mendedLine;
  const found = [...ofSchema, ...unknown, ...risks(file, value)].filter(({ range }) => mended === undefined || range.start.line !== mended);
  const problems = inFileOrder([...ofYaml, ...found]);
  return ofYaml.length === 0 && validateRuntimeConfig(value) ? { config: value, problems } : { problems };
}

function risks(file: CheckedFile, value: unknown): Problem[] {
  const found: Problem[] = [];
  const host = valueAt(value, ['server', 'host']);
  if (typeof host === 'string' && !isLoopback(host)) {
    const message = l10n.t('{0} lets other machines reach the API; every call then needs the token. Use 127.0.0.1 unless they must.', host);
    found.push(atValue(file, ['server', 'host'], { code: 'open-host', severity: 'warning', message }));
  }
  const origins = valueAt(value, ['server', 'cors_allowed_origins']);
  if (Array.isArray(origins)) {
    origins.forEach((origin: unknown, index) => {
      if (origin !== '*') return;
      const message = l10n.t('"*" is not honoured: any web page could then run agents. List the origins that may.');
      found.push(atValue(file, ['server', 'cors_allowed_origins', index], { code: 'open-cors', severity: 'warning', message }));
    });
  }
  return found;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function relatedIn(problem: Problem, path: string): Pick<Problem, 'related'> {
  return problem.related === undefined ? {} : { related: problem.related.map((place) => ({ ...place, path })) };
}
