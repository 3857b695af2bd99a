import { own } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { schemaOf } from './descriptor-items.ts';
import { fieldSuggestions } from './file-items.ts';
import type { Suggestion } from './suggestion.ts';

/** A name that is being written in an expression: what its dots lead through, and what is there of the name itself. */
export type CelPlace = { readonly through: readonly string[]; readonly word: string };

/** The name before the cursor in the line of `fail_when`; undefined elsewhere, and inside a text of the expression. */
export function celPlaceAt(before: string): CelPlace | undefined {
  const [, quote = '', expression = ''] = /^fail_when:\s+(["']?)(.*)$/.exec(before) ?? [];
  if (!before.startsWith('fail_when:')) return undefined;
  // Single quotes inside of single quotes of YAML are written twice, double ones inside of double ones with a backslash.
  const cel = quote === "'" ? expression.replaceAll("''", "'") : expression.replaceAll('\\"', '"');
  const code = cel.replaceAll(/"[^"]*"|'[^']*'/g, '0');
  if (/["']/.test(code)) return undefined;
  const [, dotted = '', word = ''] = /((?:[A-Za-z_]\w*\.)*)([A-Za-z_]\w*)?$/.exec(code) ?? [];
  if (/[\w)\]}.]$/.test(code.slice(0, code.length - dotted.length - word.length))) return undefined;
  return { through: dotted.split('.').slice(0, -1), word };
}

/** What an expression over `input` and `output` can name there. */
export function celSuggestions({ through }: CelPlace, value: Readonly<Record<string, unknown>>): readonly Suggestion[] {
  const [side, ...rest] = through;
  if (side === undefined) return [...variables(), ...functions()];
  if (side !== 'input' && side !== 'output') return [];
  let at: unknown = schemaOf(value, side);
  for (const name of rest) at = own(own(at, 'properties'), name);
  return fieldSuggestions(own(at, 'properties'), own(at, 'required')).filter(({ label }) => /^[A-Za-z_]\w*$/.test(label));
}

function variables(): readonly Suggestion[] {
  return [
    { label: 'output', kind: 'field', important: true, text: l10n.t('What the agent gave back.') },
    { label: 'input', kind: 'field', important: true, text: l10n.t('What the agent was given, with its defaults.') },
  ];
}

function functions(): readonly Suggestion[] {
  return [
    { label: 'size', kind: 'function', text: l10n.t('The number of items, keys or characters: `size(output.errors) > 0`.') },
    { label: 'has', kind: 'function', text: l10n.t('Whether a field is there: `has(output.error)`.') },
  ];
}
