import { indexLines, isMap, own, schemaAt } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { addEntry, keysOf } from '../service/yaml-edits.ts';
import type { Fixer } from './quick-fix.ts';
import { removeEntry } from './remove-entry.ts';

/** A key at the top that belongs into a block that is there: it goes there with its value, if that stands on one line. */
export const moveKey: Fixer = ({ range }, { yaml, yamlPath, schema }) => {
  const [key, ...deeper] = yaml.pathAt(range.start)?.path ?? [];
  if (typeof key !== 'string' || deeper.length > 0) return [];
  const block = keysOf(yaml.value).find(
    (name) =>
      isMap(own(yaml.value, name)) &&
      !keysOf(own(yaml.value, name)).includes(key) &&
      keysOf(schemaAt(schema, [name])?.properties).includes(key),
  );
  const at = yaml.valueRange([key]);
  if (block === undefined || at === undefined || at.start.line !== at.end.line) return [];
  const lines = indexLines(yaml.text);
  const text = yaml.text.slice(lines.offsetAt(at.start), lines.offsetAt(at.end));
  const [removed, added] = [removeEntry(yaml, [key]), addEntry(yaml, [block], key, text)];
  if (removed === undefined || added === undefined || text === '') return [];
  return [{ title: l10n.t('Move "{0}" into {1}', key, block), edits: [{ path: yamlPath, edits: [removed, added] }] }];
};
