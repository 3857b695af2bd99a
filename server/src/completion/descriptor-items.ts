import { agentSchema, own, type ValuePath, valueAt } from '@hermes-runtime/contract';
import type { IndexedAgent } from '../index/indexed-agent.ts';
import type { Translate } from '../service/feature.ts';
import { exampleSuggestions, fileSuggestions } from './file-items.ts';
import { schemaSuggestions } from './schema-items.ts';
import type { Suggestion } from './suggestion.ts';
import type { YamlPlace } from './yaml-place.ts';

const endings: Readonly<Record<string, RegExp>> = { python: /\.py$/, nodejs: /\.(?:[cm]?js|[cm]?ts)$/, shell: /\.(?:sh|bash)$/ };

/** What can be written at a place in agent.yaml. */
export function descriptorSuggestions(
  { files }: Pick<IndexedAgent, 'files'>,
  place: YamlPlace,
  translate: Translate,
): readonly Suggestion[] {
  const [first, second, third, ...within] = place.path;
  if ((first === 'input_schema' || first === 'output_schema') && place.path.length >= (place.on === 'key' ? 1 : 2))
    return schemaSuggestions([first], place);
  if (
    typeof second === 'number' &&
    ((first === 'examples' && (third === 'input' || third === 'output')) || (first === 'schedule' && third === 'input'))
  )
    return exampleSuggestions(valueAt(place.value, [`${third}_schema`]), within, place);
  if (place.on === 'value' && isAt(place.path, ['runtime', 'entrypoint'])) return entrypoints(files, place);
  if (place.on === 'value' && isAt(place.path.slice(0, 2), ['runtime', 'dependencies'])) return packages(files, place);
  return fileSuggestions(agentSchema, place, translate);
}

function entrypoints(files: IndexedAgent['files'], { value }: YamlPlace): readonly Suggestion[] {
  const type = valueAt(value, ['runtime', 'type']);
  const fits = typeof type === 'string' && Object.hasOwn(endings, type) ? [endings[type]] : Object.values(endings);
  return files
    .list()
    .filter((file) => fits.some((ending) => ending?.test(file) === true))
    .map((label) => ({ label, kind: 'file', important: !label.includes('/') && /^(?:main|index|agent)\./.test(label) }));
}

/** What is installed where the agent runs, at the version that is there, and is not asked for yet. */
function packages(files: IndexedAgent['files'], { path, value }: YamlPlace): readonly Suggestion[] {
  const type = valueAt(value, ['runtime', 'type']);
  if (type !== 'python' && type !== 'nodejs') return [];
  const listed = valueAt(value, path.slice(0, 2));
  const asked = Array.isArray(listed) ? listed.map((entry) => /^@?[\w./-]+/.exec(String(entry))?.[0].toLowerCase()) : [];
  return (files.installed?.(type) ?? [])
    .filter(({ name }) => !asked.includes(name.toLowerCase()))
    .map(({ name, version }) => ({
      label: type === 'python' ? `${name}==${version}` : `${name}@${version}`,
      kind: 'package',
      detail: version,
    }));
}

function isAt(path: ValuePath, wanted: ValuePath): boolean {
  return path.length === wanted.length && path.every((step, index) => step === wanted[index]);
}

/** The fields that code may read, or give back. */
export function schemaOf(value: Readonly<Record<string, unknown>>, side: 'input' | 'output'): { properties: unknown; required: unknown } {
  const schema = own(value, `${side}_schema`);
  return { properties: own(schema, 'properties'), required: own(schema, 'required') };
}
