export type Labels = Readonly<Record<string, string>>;

export type Sample = { readonly name: string; readonly labels: Labels; readonly value: number };

export type Metric = {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** Asked at each scrape. */
  readonly samples: () => readonly Sample[];
};

/** The content type that goes with `expositionOf`. */
export const expositionType: string = 'text/plain; version=0.0.4; charset=utf-8';

/** Prometheus' text format, 0.0.4. */
export function expositionOf(metrics: readonly Metric[]): string {
  return metrics.map((metric) => textOf(metric)).join('');
}

function textOf({ name, type, help, samples }: Metric): string {
  const lines = samples().map((sample) => `${sample.name}${labelText(sample.labels)} ${numberText(sample.value)}\n`);
  return `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}

function escapeHelp(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function escapeLabel(text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"');
}
