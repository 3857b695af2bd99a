import { own, valueAt } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { yamlScalar } from '../service/yaml-edits.ts';
import { codeFileOf, typeOfFile } from './code-files.ts';
import { executeTemplate, isRuntimeType } from './execute-templates.ts';
import { textIn } from './problem-data.ts';
import { yamlFix, type Fixer, type FixContext } from './quick-fix.ts';

export const createEntrypoint: Fixer = ({ data }, { agent, yaml }) => {
  const [file, type] = [textIn(data, 'file'), textIn(data, 'type')];
  if (file === undefined || file === '' || !isRuntimeType(type) || agent === undefined) return [];
  // A file in the place of a folder cannot be created, and one of another language is none that runs.
  const fits = typeOfFile(file) === type || (type === 'shell' && typeOfFile(file) === undefined);
  if (agent.files.stat(file) !== undefined || !fits) return [];
  const text = executeTemplate(type, own(yaml.value, 'output_schema'));
  return [{ title: l10n.t('Create {0}', file), edits: [], create: { path: agent.inFolder(file), text } }];
};

/** Names the file of the folder that is meant most likely. */
export const nameOtherFile: Fixer = ({ range, data }, context) => {
  const { agent } = context;
  if (agent === undefined || textIn(data, 'replacement') !== undefined) return [];
  const base = writtenName(context);
  const said = valueAt(context.yaml.value, ['runtime', 'type']);
  const type = isRuntimeType(said) ? said : undefined;
  const named = agent.files.list().find((one) => one.split('/').at(-1) === base && (type === undefined || typeOfFile(one) === type));
  const file = named ?? codeFileOf(agent.files, type);
  return file === undefined ? [] : yamlFix(context, l10n.t('Change to "{0}"', file), { range, newText: yamlScalar(file) });
};

/** A file of the same name in the folder itself, where there is none that could be named. */
export const createInside: Fixer = ({ range }, context) => {
  const { agent, yaml, yamlPath } = context;
  const base = writtenName(context);
  const type = typeOfFile(base);
  if (agent === undefined || type === undefined || agent.files.stat(base) !== undefined || codeFileOf(agent.files) !== undefined) return [];
  const edits = [{ path: yamlPath, edits: [{ range, newText: yamlScalar(base) }] }];
  const text = executeTemplate(type, own(yaml.value, 'output_schema'));
  return [{ title: l10n.t('Create {0}', base), edits, create: { path: agent.inFolder(base), text } }];
};

/** The last part of the entrypoint as it is written. */
function writtenName({ yaml }: FixContext): string {
  const written = yaml.writtenAt(['runtime', 'entrypoint']) ?? '';
  return (
    written
      .replaceAll(/^["']|["']$/g, '')
      .split(/[\\/]/)
      .at(-1) ?? ''
  );
}

export const changeType: Fixer = ({ data }, context) => {
  const type = textIn(data, 'type');
  const range = context.yaml.valueRange(['runtime', 'type']);
  return type === undefined || range === undefined ? [] : yamlFix(context, l10n.t('Change to "{0}"', type), { range, newText: type });
};

/** Each type that there is, and first the one that the entrypoint's name says. */
export const oneOfRuntimeTypes: Fixer = ({ range }, context) => {
  const entrypoint = context.yaml.writtenAt(['runtime', 'entrypoint']) ?? '';
  const likely = typeOfFile(entrypoint.replaceAll(/^["']|["']$/g, ''));
  const types = ['python', 'nodejs', 'shell'].toSorted((one, other) => Number(other === likely) - Number(one === likely));
  return types.flatMap((type) => yamlFix(context, l10n.t('Change to "{0}"', type), { range, newText: type }));
};
