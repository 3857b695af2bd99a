import * as l10n from '@vscode/l10n';
import { own } from '../value.ts';
import { descriptorErrors } from './descriptor-errors.ts';
import { problemAtValue, type Rule } from './rule.ts';

/** A version is three numbers; YAML reads `1.0` as a number and `1.10` as 1.1. */
export const invalidVersion: Rule = {
  codes: ['invalid-version'],
  local: true,
  check: (context) => {
    const { value, yaml } = context.descriptor;
    const error = descriptorErrors(context.descriptor).values.find(({ path }) => path.length === 1 && path[0] === 'version');
    if (error === undefined) return [];
    const written = yaml.writtenAt(['version']) ?? '';
    const replacement = /^["']?v?(\d+)(?:\.(\d+))?(?:\.(\d+))?["']?$/.exec(written.trim());
    const meant = replacement === null ? undefined : [replacement[1], replacement[2] ?? '0', replacement[3] ?? '0'].map(Number).join('.');
    const message =
      typeof own(value, 'version') === 'number'
        ? l10n.t('YAML reads {0} as a number, and a version has three: write {1}.', written, meant ?? '1.0.0')
        : l10n.t('{0} is no version. Write three numbers, as in {1}.', written === '' ? '""' : written.slice(0, 80), meant ?? '1.0.0');
    return [
      problemAtValue(context, ['version'], {
        code: 'invalid-version',
        severity: 'error',
        message,
        ...(meant === undefined ? {} : { data: { replacement: meant } }),
      }),
    ];
  },
};
