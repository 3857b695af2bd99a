import * as l10n from '@vscode/l10n';
import type { AgentFile } from '@hermes-runtime/schemas';
import { secretFieldsOf } from '../schema-check/secret-fields.ts';
import { compileValueSchema, wasChecked } from '../value-schema/compile-value-schema.ts';
import { isMap, own } from '../value.ts';
import { sampleValues } from './sample-values.ts';
import { type Bump, bumped } from './semver-bump.ts';

export type ContractChange = {
  /** `/input_schema/properties/city`, a JSON Pointer into agent.yaml. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** `yes` only with a value that one side takes and the other does not. */
  readonly breaking: 'yes' | 'maybe' | 'no';
  readonly message: string;
  /** That value. */
  readonly witness?: unknown;
};

export type ContractDiff = {
  readonly changes: readonly ContractChange[];
  readonly breaking: boolean;
  /** What semver asks for, given what is known for sure. */
  readonly advice: Bump;
  /** The next version by that advice. */
  readonly suggested: string;
};

/** What a caller of the deployed agent would notice in the next one. */
export function compareContracts(deployed: AgentFile, next: AgentFile): ContractDiff {
  const changes = [
    // A caller sends what the old schema takes.
    ...schemaChanges('input_schema', deployed, next, { from: deployed, to: next }),
    // A caller reads what the old schema promised.
    ...schemaChanges('output_schema', deployed, next, { from: next, to: deployed }),
    ...secretChanges(deployed, next),
    ...otherChanges(deployed, next),
  ];
  const breaking = changes.some((change) => change.breaking === 'yes');
  const advice: Bump = breaking
    ? 'major'
    : changes.some(({ kind, path }) => kind === 'added' && path.includes('_schema/'))
      ? 'minor'
      : 'patch';
  return { changes, breaking, advice, suggested: bumped(deployed.version, advice) };
}

type SchemaKey = 'input_schema' | 'output_schema';
type Direction = { readonly from: AgentFile; readonly to: AgentFile };

function schemaChanges(key: SchemaKey, deployed: AgentFile, next: AgentFile, { from, to }: Direction): ContractChange[] {
  const [before, after] = [deployed[key] ?? true, next[key] ?? true];
  const breaks = breaksBetween(from[key] ?? true, to[key] ?? true).map(({ path, message, witness }): ContractChange => ({
    path: `/${key}${path}`,
    kind: 'changed',
    breaking: 'yes',
    message:
      key === 'input_schema'
        ? l10n.t('An input that is taken today would be refused: {0} {1}.', path === '' ? l10n.t('it') : path, message)
        : l10n.t('An output could come that was never promised: {0} {1}.', path === '' ? l10n.t('it') : path, message),
    witness,
  }));
  const told = new Set(breaks.map(({ path }) => path));
  const listed = propertyChanges(key, before, after).filter(({ path }) => !told.has(path.replace('/properties/', '/')));
  return [...breaks, ...listed];
}

type Break = { readonly path: string; readonly message: string; readonly witness: unknown };

/** Values that the first schema takes and the second does not, one for each place. */
function breaksBetween(first: unknown, second: unknown): readonly Break[] {
  const [takes, refuses] = [compileValueSchema(first), compileValueSchema(second)];
  const found = new Map<string, Break>();
  for (const witness of sampleValues(first)) {
    if (takes.validate(witness).length > 0) continue;
    for (const problem of refuses.validate(witness)) {
      if (wasChecked(problem) && !found.has(problem.path))
        found.set(problem.path, { path: problem.path, message: problem.message, witness });
    }
  }
  return [...found.values()];
}

function propertyChanges(key: SchemaKey, before: unknown, after: unknown): ContractChange[] {
  const [old, fresh] = [propertiesOf(before), propertiesOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((name): ContractChange[] => {
    const path = `/${key}/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!Object.hasOwn(old, name)) return [{ path, kind: 'added', breaking: 'no', message: l10n.t('{0} is new.', name) }];
    // Nobody can be sure that no caller reads a key that is gone, even where the schema did not promise it.
    if (!Object.hasOwn(fresh, name)) return [{ path, kind: 'removed', breaking: 'maybe', message: l10n.t('{0} is gone.', name) }];
    return JSON.stringify(old[name]) === JSON.stringify(fresh[name])
      ? []
      : [
          {
            path,
            kind: 'changed',
            breaking: isOnlyWords(old[name], fresh[name]) ? 'no' : 'maybe',
            message: l10n.t('{0} is described otherwise.', name),
          },
        ];
  });
}

function propertiesOf(schema: unknown): Readonly<Record<string, unknown>> {
  const properties = own(schema, 'properties');
  return isMap(properties) ? properties : {};
}

const words = new Set(['description', 'title', 'examples', '$comment']);

function isOnlyWords(one: unknown, other: unknown): boolean {
  const strip = (value: unknown): unknown =>
    isMap(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !words.has(key))) : value;
  return JSON.stringify(strip(one)) === JSON.stringify(strip(other));
}

function secretChanges(deployed: AgentFile, next: AgentFile): ContractChange[] {
  const names = (file: AgentFile): readonly string[] => secretFieldsOf(file.input_schema ?? {}).map(({ path }) => path.join('.'));
  const before = new Set(names(deployed));
  return names(next)
    .filter((name) => !before.has(name))
    .map((name) => ({
      path: `/input_schema/properties/${name}`,
      kind: 'added',
      breaking: 'no',
      message: l10n.t('{0} is a secret that the target must know.', name),
    }));
}

function otherChanges(deployed: AgentFile, next: AgentFile): ContractChange[] {
  const keys = ['permissions', 'limits', 'timeout_seconds', 'retry', 'concurrency'] as const;
  const runtimes: ContractChange[] =
    deployed.runtime?.type === next.runtime?.type
      ? []
      : [
          {
            path: '/runtime/type',
            kind: 'changed',
            breaking: 'no',
            message: l10n.t('It runs on {0}, before on {1}.', next.runtime?.type ?? 'steps', deployed.runtime?.type ?? 'steps'),
          },
        ];
  return [
    ...runtimes,
    ...keys.flatMap((key): ContractChange[] =>
      JSON.stringify(deployed[key]) === JSON.stringify(next[key])
        ? []
        : [
            {
              path: `/${key}`,
              kind: 'changed',
              breaking: 'no',
              message: l10n.t('{0} is {1}, before {2}.', key, shown(next[key]), shown(deployed[key])),
            },
          ],
    ),
  ];
}

function shown(value: unknown): string {
  return value === undefined ? l10n.t('not set') : JSON.stringify(value);
}
