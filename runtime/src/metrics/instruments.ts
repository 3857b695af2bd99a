import type { Labels, Metric, Sample } from './exposition.ts';

export type Counter = Metric & { readonly add: (labels: Labels, by?: number) => void };

export type Histogram = Metric & { readonly observe: (labels: Labels, value: number) => void };

export function counter(name: string, help: string): Counter {
  const values = new Map<string, { readonly labels: Labels; value: number }>();
  return {
    name,
    help,
    type: 'counter',
    add: (labels, by = 1) => {
      entry(values, labels, () => ({ labels, value: 0 })).value += by;
    },
    samples: () => [...values.values()].map(({ labels, value }) => ({ name, labels, value })),
  };
}

/** `read` is asked at each scrape. */
export function gauge(name: string, help: string, read: () => number, labels: Labels = {}): Metric {
  return { name, help, type: 'gauge', samples: () => [{ name, labels, value: read() }] };
}

/** A counter that somebody else keeps. */
export function observedCounter(name: string, help: string, read: () => number): Metric {
  return { name, help, type: 'counter', samples: () => [{ name, labels: {}, value: read() }] };
}

/** `bounds` are upper bounds in ascending order; the infinite one is added. */
export function histogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const values = new Map<string, Distribution>();
  return {
    name,
    help,
    type: 'histogram',
    observe: (labels, value) => {
      const found = entry(values, labels, () => ({ labels, buckets: bounds.map(() => 0), count: 0, sum: 0 }));
      found.buckets = found.buckets.map((count, index) => (value <= (bounds[index] ?? 0) ? count + 1 : count));
      found.count += 1;
      found.sum += value;
    },
    samples: () => [...values.values()].flatMap((distribution) => histogramSamples(name, bounds, distribution)),
  };
}

type Distribution = { readonly labels: Labels; buckets: readonly number[]; count: number; sum: number };

function histogramSamples(name: string, bounds: readonly number[], { labels, buckets, count, sum }: Distribution): Sample[] {
  const bucket = (le: string, value: number): Sample => ({ name: `${name}_bucket`, labels: { ...labels, le }, value });
  return [
    ...bounds.map((bound, index) => bucket(String(bound), buckets[index] ?? 0)),
    bucket('+Inf', count),
    { name: `${name}_sum`, labels, value: sum },
    { name: `${name}_count`, labels, value: count },
  ];
}

function entry<T>(values: Map<string, T>, labels: Labels, make: () => T): T {
  const key = JSON.stringify(Object.entries(labels));
  const known = values.get(key) ?? make();
  values.set(key, known);
  return known;
}
