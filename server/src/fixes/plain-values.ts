import { nearMatch, own, valueAt } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { keysOf, yamlScalar } from '../service/yaml-edits.ts';
import { describedBy } from './convert-value.ts';
import { nameFrom } from './missing-keys.ts';
import { yamlFix, type Fixer } from './quick-fix.ts';

/** The only item of a list, where no list is wanted. */
export const onlyItem: Fixer = ({ range }, context) => {
  const { yaml } = context;
  const { line, character } = range.start;
  const item = yaml.pathAt({ line, character: character + 1 })?.path ?? [];
  const list = item.at(-1) === 0 ? valueAt(yaml.value, item.slice(0, -1)) : undefined;
  const [written, whole] = [yaml.writtenAt(item), yaml.valueRange(item.slice(0, -1))];
  if (!Array.isArray(list) || list.length !== 1 || written === undefined || whole?.start.line !== whole?.end.line || whole === undefined)
    return [];
  return yamlFix(context, l10n.t('Change to {0}', written), { range: whole, newText: written });
};

/** Three numbers for a version: those that are in what is written, else the first one that there is. */
export const threeNumbers: Fixer = ({ range }, context) => {
  const [, ...parts] = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(context.yaml.writtenAt(['version']) ?? '') ?? [];
  const version = parts[0] === undefined ? '1.0.0' : [0, 1, 2].map((at) => Number(parts[at] ?? 0)).join('.');
  return yamlFix(context, l10n.t('Change to "{0}"', version), { range, newText: version });
};

/** The name of the folder for an agent whose own name no name can be made of. */
export const nameOfFolder: Fixer = ({ range }, context) => {
  const name = nameFrom(context.agent?.folder ?? '');
  return yamlFix(context, l10n.t('Change to "{0}"', name), { range, newText: yamlScalar(name) });
};

/** A field of an example that is nearly called as one of the schema, which is not there yet. */
export const nearestField: Fixer = ({ range }, context) => {
  const target = context.yaml.pathAt(range.start);
  const name = target?.path.at(-1);
  if (target?.on !== 'key' || typeof name !== 'string') return [];
  const parent = target.path.slice(0, -1);
  const there = keysOf(valueAt(context.yaml.value, parent));
  const fields = keysOf(own(describedBy(context, parent)?.schema, 'properties')).filter((field) => !there.includes(field));
  const meant = nearMatch(name, fields);
  return meant === undefined ? [] : yamlFix(context, l10n.t('Change to "{0}"', meant), { range: target.range, newText: yamlScalar(meant) });
};

/** A package whose version was not written to its end, in whatever version. */
export const withoutVersion: Fixer = ({ range }, context) => {
  const path = context.yaml.pathAt(range.start)?.path ?? [];
  const [name] = /^@?[A-Za-z0-9][\w./-]*(?:\[[\w,\s-]*\])?(?=\s*[=<>~!@])/.exec(String(valueAt(context.yaml.value, path)).trim()) ?? [];
  return name === undefined ? [] : yamlFix(context, l10n.t('Change to "{0}"', name), { range, newText: yamlScalar(name) });
};
