import * as l10n from '@vscode/l10n';
import type { Finding } from '../generated/types.ts';
import type { TaskView } from './task-view.ts';

/** One number, or the length of one list, that the agent's result holds. */
export type Said = { readonly label: string; readonly value: string };

/** How often something was seen; `retried` counts tries. */
export type Saw = { readonly kind: Finding['kind']; readonly count: number; readonly written: boolean };

/** *Agent says*: the output's own numbers and list lengths, at most six; short texts where it has neither. */
export function saysOf({ output }: TaskView): readonly Said[] {
  if (Array.isArray(output)) return [{ label: l10n.t('items'), value: String(output.length) }];
  if (typeof output !== 'object' || output === null)
    return output === undefined || output === null ? [] : [{ label: '', value: short(output) }];
  const entries = Object.entries(output);
  const counted = entries.flatMap(([key, value]) => {
    if (typeof value === 'number') return [{ label: nameOf(key), value: String(value) }];
    return Array.isArray(value) ? [{ label: key, value: String(value.length) }] : [];
  });
  const said = counted.length > 0 ? counted : entries.map(([key, value]) => ({ label: key, value: short(value) }));
  return said.slice(0, 6);
}

/** Says what the agent says, as in `6 synced, 0 errors` or `temperature 21.5, condition Cloudy`. */
export function saysText(view: TaskView): string {
  return saysOf(view)
    .map(({ label, value }) => (/^\d+$/.test(value) ? `${value} ${label}` : `${label} ${value}`).trim())
    .join(', ');
}

const lossFirst: readonly Finding['kind'][] = ['garbled', 'dropped', 'swallowed', 'unbalanced', 'skipped', 'retried'];

/** *Runtime saw*: counts by kind, in the order of first occurrence, or losses first where a row may be cut off. */
export function sawOf(findings: readonly Finding[], order: 'time' | 'losses' = 'time'): readonly Saw[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  if (order === 'losses') kinds.sort((a, b) => lossFirst.indexOf(a) - lossFirst.indexOf(b));
  return kinds.map((kind) => {
    const same = findings.filter((finding) => finding.kind === kind);
    return { kind, count: same.reduce((sum, { count }) => sum + count, 0), written: same.some(({ written }) => written === true) };
  });
}

/** `5 tries · 3 skipped · 1 dropped · 1 garbled, written`. Empty without findings. */
export function sawText(findings: readonly Finding[], order: 'time' | 'losses' = 'time'): string {
  return sawOf(findings, order)
    .map((saw) => countText(saw))
    .join(' · ');
}

export function countText({ kind, count, written }: Saw): string {
  switch (kind) {
    case 'retried':
      return l10n.t('{0} tries', count);
    case 'skipped':
      return l10n.t('{0} skipped', count);
    case 'dropped':
      return l10n.t('{0} dropped', count);
    case 'swallowed':
      return count === 1 ? l10n.t('1 exception swallowed') : l10n.t('{0} exceptions swallowed', count);
    case 'garbled':
      return written ? l10n.t('{0} garbled, written', count) : l10n.t('{0} garbled', count);
    case 'unbalanced':
      return l10n.t('{0} unaccounted for', count);
  }
}

/** `synced_count` as `synced`: the number beside it says that it is a count. */
function nameOf(key: string): string {
  return key.replace(/^(?:num|count|total|n)_(?=.)|(?<=.)_(?:count|total|number)$/g, '');
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
