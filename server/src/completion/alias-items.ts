import { namesInLine } from '../service/yaml-names.ts';
import type { Suggestion } from './suggestion.ts';

/** Behind a `*`: the anchors above, the nearest first. Undefined where no alias is being written. */
export function aliasSuggestions(before: string): { readonly word: string; readonly suggestions: readonly Suggestion[] } | undefined {
  const lines = before.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  const alias = namesInLine(last).at(-1);
  if (alias === undefined || !alias[0].startsWith('*') || alias.index + alias[0].length !== last.length) return undefined;
  const anchors = lines.toReversed().flatMap((line) => namesInLine(line).toReversed());
  const names = anchors.flatMap(([one]) => (/^&./.test(one) ? [one.slice(1)] : []));
  return { word: alias[0].slice(1), suggestions: [...new Set(names)].map((label) => ({ label, kind: 'value' })) };
}
