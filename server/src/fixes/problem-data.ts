import { own } from '@hermes-runtime/contract';
import type { Range } from '@hermes-runtime/schemas';

/** A text in what a problem carries for its fixes. */
export function textIn(data: unknown, key: string): string | undefined {
  const value = own(data, key);
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list in it. */
export function textsIn(data: unknown, key: string): readonly string[] {
  const value = own(data, key);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function rangeIn(data: unknown, key: string): Range | undefined {
  const value = own(data, key);
  return isRange(value) ? value : undefined;
}

function isRange(value: unknown): value is Range {
  const isPosition = (position: unknown): boolean =>
    typeof own(position, 'line') === 'number' && typeof own(position, 'character') === 'number';
  return isPosition(own(value, 'start')) && isPosition(own(value, 'end'));
}
