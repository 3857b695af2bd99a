import * as l10n from '@vscode/l10n';
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
        return problemAtKey(context, place, { code: 'missing-key', severity: 'error', message: l10n.t('{0} is missing.', dotted(path)) });
      });
  },
};
