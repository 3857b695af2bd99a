import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import { ignoresInYaml } from '../ignore/find-ignores.ts';
import { isIgnored } from '../ignore/is-ignored.ts';
import { own } from '../value.ts';
import { pathInFolder, problemAtValue, type RuleContext } from './rule.ts';

export const duplicateAgentNameCode = 'duplicate-agent-name';

/** Agents of one name in one tree: a task by that name alone is refused, whatever their versions. */
export function duplicateAgentNames(agents: readonly RuleContext[]): Problem[] {
  const groups = new Map<string, RuleContext[]>();
  for (const agent of agents) {
    const name = own(agent.descriptor.value, 'name');
    if (typeof name === 'string') groups.set(name, [...(groups.get(name) ?? []), agent]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      group.flatMap((agent) => {
        const problem = duplicate(agent, group);
        return isIgnored(problem, ignoresInYaml(agent.descriptor.yaml)) ? [] : [problem];
      }),
    );
}

function duplicate(agent: RuleContext, group: readonly RuleContext[]): Problem {
  const others = group.filter((other) => other !== agent);
  const places = others.map((other) => pathInFolder(other.folder, other.descriptor.file)).toSorted();
  const version = own(agent.descriptor.value, 'version');
  // Two versions side by side are often meant; two of the same are a copy that was forgotten.
  const isCopy = others.some((other) => own(other.descriptor.value, 'version') === version);
  return problemAtValue(agent, ['name'], {
    code: duplicateAgentNameCode,
    severity: isCopy ? 'warning' : 'info',
    message: isCopy
      ? l10n.t(
          'Another agent has this name and version: {0}. A task by this name is refused; give one of them another name.',
          listed(places),
        )
      : l10n.t(
          'Another version of this agent is here too: {0}. A task by this name alone is refused; say which with its folder (agent_path).',
          listed(places),
        ),
    related: others
      .map((other) => problemAtValue(other, ['name'], { code: '', severity: 'warning', message: '' }))
      .map(({ path, range }) => ({ path, range, message: l10n.t('The other agent is here.') })),
  });
}

function listed(places: readonly string[]): string {
  return places.length <= 5 ? places.join(', ') : `${places.slice(0, 5).join(', ')}, …`;
}
