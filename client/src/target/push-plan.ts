import * as l10n from '@vscode/l10n';

export type Change = { readonly breaking: 'yes' | 'no' | 'maybe'; readonly message: string };

/** What a push would do, or did, as the command line says it. */
export type PushPlan = {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  /** Of the packed agent. */
  readonly bytes: number;
  readonly files: number;
  readonly pushed: boolean;
  readonly deployed: { readonly version: string; readonly digest: string } | undefined;
  readonly breaking: boolean;
  readonly suggested: string | undefined;
  readonly changes: readonly Change[];
  /** Agents there that have this one as a step. */
  readonly callers: readonly string[];
  /** Secret inputs, and whether the target has a value of that name. */
  readonly secrets: readonly { readonly field: string; readonly set: boolean }[];
};

export function pushPlanOf(value: unknown): PushPlan | undefined {
  const [name, version, digest] = ['agent_name', 'agent_version', 'digest'].map((key) => textIn(value, key));
  if (name === undefined || version === undefined || digest === undefined) return undefined;
  const [deployed, diff, files, bytes] = [field(value, 'deployed'), field(value, 'diff'), field(value, 'files'), field(value, 'bytes')];
  const changes = field(diff, 'changes');
  const [callers, secrets] = [listIn(value, 'callers'), listIn(value, 'secrets')];
  const before = textIn(deployed, 'version');
  return {
    name,
    version,
    digest,
    bytes: typeof bytes === 'number' ? bytes : 0,
    files: Array.isArray(files) ? files.length : 0,
    pushed: field(value, 'pushed') === true,
    deployed: before === undefined ? undefined : { version: before, digest: textIn(deployed, 'digest') ?? '' },
    breaking: field(diff, 'breaking') === true,
    suggested: textIn(diff, 'suggested'),
    callers: callers.flatMap((one) => textIn(one, 'name') ?? []),
    secrets: secrets.flatMap((one) => {
      const name = textIn(one, 'field');
      return name === undefined ? [] : [{ field: name, set: field(one, 'set') === true }];
    }),
    changes: Array.isArray(changes) ? changes.map((change) => changeOf(change)) : [],
  };
}

/** `2.1.0 → prod 2.0.0 · breaking`: what a person decides on. */
export function planHead({ name, version, deployed, breaking, callers }: PushPlan, target: string): string {
  const where = deployed ? `${target} ${deployed.version}` : l10n.t('{0} (new there)', target);
  const caller = callers.length === 1 ? l10n.t('caller: {0}', callers.join('')) : l10n.t('callers: {0}', callers.join(', '));
  return [
    `${name} ${version} → ${where}`,
    ...(breaking ? [l10n.t('breaking')] : []),
    ...(deployed && callers.length > 0 ? [caller] : []),
  ].join(' · ');
}

/** Each change with its word, then the advice and the size. */
export function planDetail(plan: PushPlan, target: string): string {
  const { changes, deployed, digest, secrets } = plan;
  const same = deployed?.digest === digest;
  const none = same ? l10n.t('These files are deployed already.') : l10n.t('The contract is the same.');
  const shown =
    changes.length === 0 ? (deployed ? [none] : []) : changes.map(({ breaking, message }) => `${changeWord(breaking)}: ${message}`);
  const advised = advisedVersion(plan);
  return [
    ...shown,
    ...(advised === undefined ? [] : [l10n.t('Callers may break. By its changes this is {0}.', advised)]),
    ...secrets.map(({ field: name, set }) =>
      set
        ? l10n.t('{0}: set on {1} ✓', name, target)
        : l10n.t('{0}: not set on {1}; give it with each task, or set secret://{0} there', name, target),
    ),
    l10n.t('{0} files, {1} KiB', plan.files, Math.max(1, Math.ceil(plan.bytes / 1024))),
  ].join('\n');
}

/** Another version than the one in the descriptor, where that says less than the changes do. */
export function advisedVersion({ breaking, suggested, version }: PushPlan): string | undefined {
  return breaking && suggested !== undefined && isBelow(version, suggested) ? suggested : undefined;
}

/** The version that would do, where the one in the descriptor is taken by other files. */
export function freeVersion(refusal: string): string | undefined {
  return /(\d+\.\d+\.\d+(?:-[\w.-]*\w)?)\.? \(version_exists\)/.exec(refusal)?.[1];
}

/** A descriptor with another version, everything else as it was; undefined where none is written. */
export function withVersion(text: string, version: string): string | undefined {
  const line = /^(version:[ \t]*)(?:"[^"\n]*"|'[^'\n]*'|[^\s#]+)/m;
  return line.test(text) ? text.replace(line, (_whole, key: string) => `${key}${version}`) : undefined;
}

/** `sha256:9bc1…`. */
export function shownDigest(digest: string): string {
  return `sha256:${digest.replace(/^sha256:/, '').slice(0, 4)}…`;
}

function isBelow(version: string, other: string): boolean {
  const [one, two] = [version, other].map((text) => text.split(/[.+-]/).slice(0, 3).map(Number));
  const at = (two ?? []).findIndex((part, index) => part !== one?.[index]);
  return at !== -1 && (one?.[at] ?? 0) < (two?.[at] ?? 0);
}

function changeWord(breaking: Change['breaking']): string {
  switch (breaking) {
    case 'yes':
      return l10n.t('breaking');
    case 'maybe':
      return l10n.t('may break');
    case 'no':
      return l10n.t('compatible');
  }
}

function changeOf(value: unknown): Change {
  const breaking = field(value, 'breaking');
  return { breaking: breaking === 'yes' || breaking === 'no' ? breaking : 'maybe', message: textIn(value, 'message') ?? '' };
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function textIn(value: unknown, key: string): string | undefined {
  const text = field(value, key);
  return typeof text === 'string' ? text : undefined;
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = field(value, key);
  return Array.isArray(list) ? list : [];
}
