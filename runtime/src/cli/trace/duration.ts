import { durationText } from '@hermes-runtime/schemas';

/** As everywhere; short, for what stands in a line of tries: `412ms`, `1s`, `1.5s`. */
export function duration(ms: number, form: 'long' | 'short' = 'long'): string {
  if (form === 'short') return ms < 950 ? `${Math.round(ms)}ms` : `${Number((ms / 1000).toFixed(1))}s`;
  return durationText(ms);
}
