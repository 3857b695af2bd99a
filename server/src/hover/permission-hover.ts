import * as l10n from '@vscode/l10n';
import { asCode } from './explanation.ts';

/** What one entry of `permissions` lets an agent do. */
export function permissionParagraphs(kind: unknown, entry: unknown): string[] {
  if (typeof entry !== 'string' || entry === '') return [];
  if (kind === 'network') return [hostText(entry)];
  if (kind === 'read') return [l10n.t('The agent may read {0} and what is in it, if it is there.', asCode(entry))];
  if (kind !== 'write') return [];
  const isOwn = !/^(?:\.\.(?:\/|$)|\/|~|[A-Za-z]:)/.test(entry.replace(/^(?:\.\/)+/, ''));
  return [
    isOwn
      ? l10n.t('Nothing can be written inside of the folder of the agent: its code must stay the version that a task says it runs.')
      : l10n.t('The agent may read and write {0} and what is in it, if it is there.', asCode(entry)),
  ];
}

function hostText(entry: string): string {
  const { host = entry, port } = /^(?<host>\[[^\]]+\]|[^:]+|.*:.*:.*?)(?::(?<port>\d+))?$/.exec(entry.trim())?.groups ?? {};
  const where = port === undefined ? l10n.t('at every port') : l10n.t('at port {0}', port);
  return host.startsWith('*.')
    ? l10n.t('The agent may reach every name below {0}, {1}; not that name itself.', asCode(host.slice(2)), where)
    : l10n.t('The agent may reach {0}, {1}.', asCode(host), where);
}
