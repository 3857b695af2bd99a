import type { Leaf } from './yaml-leaves.ts';

/** What stands between two tokens on one line, where `gap` stood. */
export function spaceBetween({ type: last }: Leaf, { type }: Leaf, gap: string): string {
  if (type === 'newline') return '';
  // People set comments below each other.
  if (type === 'comment') return gap;
  if (last === 'seq-item-ind') return ' ';
  // A comma or a colon right behind an alias would be part of its name.
  if (type === 'map-value-ind' || type === 'comma') return last === 'alias' ? gap.slice(0, 1) : '';
  if (last === 'flow-seq-start' || type === 'flow-seq-end') return '';
  if (last === 'flow-map-start') return type === 'flow-map-end' ? '' : ' ';
  if (last === 'comma' || last === 'map-value-ind' || type === 'flow-map-end') return ' ';
  return gap.slice(0, 1);
}
