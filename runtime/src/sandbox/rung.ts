import * as l10n from '@vscode/l10n';
import type { Rung } from '../ports.ts';
import type { BubblewrapProbe } from './probe-bubblewrap.ts';

/** What `doctor`, the tree and the trace say about the sandbox of this machine. */
export type RungReport = {
  readonly rung: Rung;
  /** One sentence: why this rung and no other. */
  readonly reason: string;
  /** What would give a stronger one. */
  readonly remedy?: string;
  /** Keys of agent.yaml that are not held here, whatever an agent asks for. */
  readonly notEnforced: readonly string[];
};

export type RungFacts = {
  readonly probe: BubblewrapProbe | 'off';
  readonly groups: boolean;
  readonly prlimit: boolean;
  readonly root: boolean;
};

const strongestFirst: readonly Rung[] = ['namespaces', 'seatbelt', 'job-only'];

export function isWeaker(rung: Rung, than: Rung): boolean {
  return strongestFirst.indexOf(rung) > strongestFirst.indexOf(than);
}

export function describeRung(facts: RungFacts): RungReport {
  if (facts.probe !== 'off' && facts.probe.status === 'works') return namespaces(facts);
  const processes = facts.groups ? [] : ['limits.processes'];
  const notEnforced = ['permissions.read', 'permissions.write', ...processes];
  return { rung: 'job-only', ...jobOnlyWords(facts.probe), notEnforced };
}

/** Root is not counted by the kernel's process limit, and only a control group stops it. */
function namespaces(facts: RungFacts): RungReport {
  const counted = facts.groups || (facts.prlimit && !facts.root);
  return {
    rung: 'namespaces',
    reason: l10n.t('Agents run in namespaces of their own, made by bubblewrap.'),
    notEnforced: counted ? [] : ['limits.processes'],
  };
}

function jobOnlyWords(probe: Exclude<RungFacts['probe'], { status: 'works' }>): { reason: string; remedy?: string } {
  if (probe === 'off') {
    return {
      reason: l10n.t('The sandbox is switched off: agents have your own rights.'),
      remedy: l10n.t('Remove agent.sandbox.enabled: false from the configuration.'),
    };
  }
  if (probe.status === 'refused') {
    return {
      reason: l10n.t('bubblewrap is here but could not start a sandbox: {0}', probe.reason),
      remedy: l10n.t('Allow unprivileged user namespaces for bwrap; on Ubuntu that is an AppArmor profile.'),
    };
  }
  if (process.platform !== 'linux') {
    return { reason: l10n.t('On this system agents are kept in a group of processes only: files and network are open to them.') };
  }
  return {
    reason: l10n.t('bubblewrap is not installed: files and network are open to agents.'),
    remedy: l10n.t('Install the package bubblewrap.'),
  };
}
