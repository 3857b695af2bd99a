import * as l10n from '@vscode/l10n';
import { valueAt } from '../value.ts';
import { leavesFolder, normalEntrypoint } from './entrypoint-path.ts';
import { problemAtValue, type Rule } from './rule.ts';

const at = ['runtime', 'entrypoint'] as const;

/** An entrypoint whose letters are larger or smaller on the disk: here it is found, and on another system it is not. */
export const entrypointCase: Rule = {
  codes: ['entrypoint-case'],
  local: true,
  check: (context) => {
    const written = valueAt(context.descriptor.value, at);
    if (typeof written !== 'string' || written === '' || leavesFolder(written)) return [];
    const file = normalEntrypoint(written);
    const spelled = context.folder.stat(file)?.spelled;
    if (spelled === undefined || spelled === file || spelled.toLowerCase() !== file.toLowerCase()) return [];
    const message = l10n.t(
      'The file is called {0}. {1} is found here, and not where large and small letters differ, as on Linux.',
      spelled,
      file,
    );
    return [problemAtValue(context, at, { code: 'entrypoint-case', severity: 'warning', message, data: { replacement: spelled } })];
  },
};
