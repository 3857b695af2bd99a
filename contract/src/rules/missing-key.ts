import * as l10n from '@vscode/l10n';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { dotted } from '../value.ts';
import { descriptorErrors, isMisspelt } from './descriptor-errors.ts';
import { problemAtKey, type Rule } from './rule.ts';

/** A key that agent.yaml must have. */
export const missingKey: Rule = {
  codes: ['missing-key'],
  check: (context) => {
    const errors = descriptorErrors(context.descriptor);
    const first = Object.keys(context.descriptor.value)[0];
    return errors.missing
      .filter((path) => !isMisspelt(errors, path))
      .map((path) => {
        const parent = path.slice(0, -1);
        const place = parent.length === 0 && first !== undefined ? [first] : parent;
        return problemAtKey(context, place, { code: 'missing-key', severity: 'error', message: messageFor(path) });
      });
  },
};

const examples: Readonly<Record<string, string>> = {
  name: 'name: my-agent',
  version: 'version: 1.0.0',
  'runtime.type': 'type: python',
  'runtime.entrypoint': 'entrypoint: main.py',
};

function messageFor(path: ValuePath): string {
  const key = dotted(path);
  const example = examples[key];
  return example === undefined ? l10n.t('{0} is missing. Add it.', key) : l10n.t('{0} is missing. Add it, as in `{1}`.', key, example);
}
