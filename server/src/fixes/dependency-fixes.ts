import * as l10n from '@vscode/l10n';
import { yamlScalar } from '../service/yaml-edits.ts';
import { textIn } from './problem-data.ts';
import { yamlFix, type Fixer } from './quick-fix.ts';

/** The extension asks the runtime to install what the agent needs; only a person starts that. */
export const install: Fixer = (_problem, { agent }) => {
  if (agent?.commands !== true) return [];
  const title = l10n.t('Install the dependencies');
  return [{ title, edits: [], command: { title, command: 'hermesRuntime.installDependencies', arguments: [agent.folder] } }];
};

/** Asks for the version that is there. */
export const takeInstalled: Fixer = ({ range, data }, context) => {
  const [requirement, installed] = [textIn(data, 'requirement'), textIn(data, 'installed')];
  const isPython = textIn(data, 'language') === 'python';
  const named = (isPython ? /^([A-Za-z0-9._-]+\s*(?:\[[^\]]*\])?)\s*(?:[=<>!~][^;]*)?$/ : /^((?:@[^/]+\/)?[^@]+)@/).exec(requirement ?? '');
  if (installed === undefined || named?.[1] === undefined) return [];
  const text = `${named[1].trim()}${isPython ? '==' : '@'}${installed}`;
  return yamlFix(context, l10n.t('Change to "{0}"', text), { range, newText: yamlScalar(text) });
};
