import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import { own } from '../value.ts';
import { pathInFolder, problemAtValue, type RuleContext } from './rule.ts';

export const duplicateAgentNameCode = 'duplicate-agent-name';

/** Two agents of one name and version in one tree: a task by name could not say which. Other versions of a name are versions. */
export function duplicateAgentNames(agents: readonly RuleContext[]): Problem[] {
  const groups = new Map<string, RuleContext[]>();
  for (const agent of agents) {
    const name = own(agent.descriptor.value, 'name');
    if (typeof name !== 'string') continue;
    const key = JSON.stringify([name, own(agent.descriptor.value, 'version')]);
    groups.set(key, [...(groups.get(key) ?? []), agent]);
  }
  return [...groups.values()].filter((group) => group.length > 1).flatMap((group) => group.map((agent) => duplicate(agent, group)));
}

function duplicate(agent: RuleContext, group: readonly RuleContext[]): Problem {
  const others = group.filter((other) => other !== agent);
  const places = others.map((other) => pathInFolder(other.folder, other.descriptor.file)).toSorted();
  return problemAtValue(agent, ['name'], {
    code: duplicateAgentNameCode,
    severity: 'warning',
    message: l10n.t('Another agent has this name and version: {0}. Give one of them another.', places.join(', ')),
    related: others
      .map((other) => problemAtValue(other, ['name'], { code: '', severity: 'warning', message: '' }))
      .map(({ path, range }) => ({ path, range, message: l10n.t('The other agent is here.') })),
  });
}
