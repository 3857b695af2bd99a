import { indexLines, isMap, own, valueAt } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import type { TextEdit } from 'vscode-languageserver/node';
import { addEntry, lineEndOf, yamlScalar } from '../service/yaml-edits.ts';
import { textIn } from './problem-data.ts';
import { yamlFix, type Fixer, type FixContext } from './quick-fix.ts';

/** Asks for the package that an import comes from: in the version that is installed where that is known. */
export const declareDependency: Fixer = ({ data }, context) => {
  const [name, language] = [textIn(data, 'package'), textIn(data, 'language')];
  const { agent } = context;
  if (name === undefined || agent === undefined || (language !== 'python' && language !== 'nodejs')) return [];
  const version = agent.files.installed?.(language)?.find((one) => one.name === name)?.version;
  const text = version === undefined ? name : `${name}${language === 'python' ? '==' : '@'}${version}`;
  return yamlFix(context, l10n.t('Add {0} to runtime.dependencies', text), addDependency(context, yamlScalar(text)));
};

function addDependency({ yaml }: FixContext, text: string): TextEdit | undefined {
  const path = ['runtime', 'dependencies'];
  const list = valueAt(yaml.value, path);
  if (list === undefined || list === null)
    return isMap(own(yaml.value, 'runtime')) ? addEntry(yaml, ['runtime'], 'dependencies', `[${text}]`) : undefined;
  const range = yaml.valueRange(path);
  const last = Array.isArray(list) ? yaml.valueRange([...path, list.length - 1]) : undefined;
  if (range === undefined || !Array.isArray(list)) return undefined;
  const lines = indexLines(yaml.text);
  if (yaml.text.charAt(lines.offsetAt(range.start)) === '[') {
    const at = last?.end ?? { line: range.start.line, character: range.start.character + 1 };
    return { range: { start: at, end: at }, newText: last === undefined ? text : `, ${text}` };
  }
  if (last === undefined) return undefined;
  // Below the last item, as far to the right as its dash; a comment behind it stays where it is.
  const line = lines.lineAt(last.start.line);
  const dash = /^\s*-\s+/.exec(yaml.text.slice(line.start, lines.offsetAt(last.start)))?.[0];
  if (dash === undefined) return undefined;
  const end = lines.positionAt(lines.lineAt(last.end.line).end);
  return { range: { start: end, end }, newText: `${lineEndOf(yaml.text)}${dash}${text}` };
}
