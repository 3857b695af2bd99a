import type { AgentSummary } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';

type Version = Pick<AgentSummary, 'version' | 'digest'>;

/** How the workspace's own agent stands beside the one that is deployed. */
export type Standing = 'equal' | 'ahead' | 'behind' | 'differs' | 'absent';

/** Equal files are equal, whatever they are called; else the version decides. */
export function standingOf(own: Version | undefined, deployed: Version): Standing {
  if (!own) return 'absent';
  if (own.digest !== undefined && own.digest === deployed.digest) return 'equal';
  const order = compareVersions(own.version, deployed.version);
  if (order === 0) return 'differs';
  return order > 0 ? 'ahead' : 'behind';
}

export function standingText(own: Version | undefined, deployed: Version): string {
  switch (standingOf(own, deployed)) {
    case 'equal':
      return l10n.t('same as yours');
    case 'ahead':
      return l10n.t('yours is ahead: {0}', own?.version ?? '');
    case 'behind':
      return l10n.t('yours is behind: {0}', own?.version ?? '');
    case 'differs':
      return l10n.t('your files differ');
    case 'absent':
      return l10n.t('not in this folder');
  }
}

/** As semantic versions are ordered: numbers by value, and a pre-release before what it leads to. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  for (const index of [0, 1, 2]) {
    const order = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (order !== 0) return order;
  }
  if (a.pre === b.pre) return 0;
  if (a.pre === '' || b.pre === '') return a.pre === '' ? 1 : -1;
  return a.pre.localeCompare(b.pre, 'en', { numeric: true });
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly pre: string } {
  const [core = '', ...pre] = (version.split('+')[0] ?? '').split('-');
  return { numbers: core.split('.').map(Number), pre: pre.join('-') };
}
