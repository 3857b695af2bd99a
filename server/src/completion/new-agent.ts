import { agentSchema, isMap } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { nameFrom, usualFiles } from '../fixes/missing-keys.ts';
import { descriptorNames } from '../index/crawl.ts';
import type { Translate } from '../service/feature.ts';
import { fileSuggestions } from './file-items.ts';
import type { Suggestion } from './suggestion.ts';
import { standIn, type YamlPlace } from './yaml-place.ts';

const languages: Readonly<Record<string, string>> = { python: 'Python', nodejs: 'Node.js', shell: 'Shell' };

export function isDescriptorName(path: string): boolean {
  return descriptorNames.some((name) => path.endsWith(name) && /[\\/]$/.test(path.slice(0, -name.length)));
}

/** For a file of which nothing says yet whose it is: without a key, or with only such as an agent of ours has. */
export function newAgentSuggestions(path: string, place: YamlPlace, translate: Translate): readonly Suggestion[] {
  const keys = isMap(place.value) ? Object.keys(place.value).filter((key) => key !== standIn) : [];
  if (!keys.every((key) => key.startsWith('x-') || Object.hasOwn(agentSchema.properties ?? {}, key))) return [];
  const whole = keys.length === 0 && place.on === 'key' && place.path.length === 0 ? newAgents(path) : [];
  return [...whole, ...fileSuggestions(agentSchema, place, translate)];
}

/** A whole agent for each language, to begin with. */
function newAgents(path: string): readonly Suggestion[] {
  return Object.entries(usualFiles).map(([type, entrypoint]) => ({
    label: `agent (${languages[type] ?? type})`,
    kind: 'whole',
    important: true,
    text: l10n.t('A new agent, with its schemas and its code in `{0}`.', entrypoint),
    writes: `name: ${nameFrom(path.split(/[\\/]/).slice(0, -1).join('/'))}
version: 0.1.0
description: What it does, in one sentence
input_schema:
  type: object
  required: [text]
  properties:
    text: { type: string, description: What to work on }
output_schema:
  type: object
  required: [words]
  properties:
    words: { type: integer }
runtime:
  type: ${type}
  entrypoint: ${entrypoint}
timeout_seconds: 30
examples:
  - name: short
    input: { text: one two three }
`,
  }));
}
