import { type Task, durationText } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Empty } from '../trace/trace-body.tsx';
import { fetchTasks } from './host.ts';
import { type Stretch, quantile, stretchesOf } from './task-stats.ts';

const hour = 3_600_000;
const ranges = [
  { ms: hour, count: 30 },
  { ms: 24 * hour, count: 24 },
  { ms: 7 * 24 * hour, count: 28 },
] as const;
type Range = (typeof ranges)[number];

const height = 120;
const width = 720;

/** Rate, failures and durations of the newest tasks, at most a thousand; each chart has its numbers as a table too. */
export function OverviewPage({ newest }: { readonly newest: string | undefined }): JSX.Element {
  const [range, setRange] = useState<Range>(ranges[1]);
  const [loaded, setLoaded] = useState<{ readonly tasks: readonly Task[]; readonly now: number } | undefined>();
  const [error, setError] = useState('');
  useEffect(() => {
    const now = Date.now();
    fetchTasks({ limit: '1000', since: String(now - range.ms) }).then(
      ({ tasks }) => setLoaded({ tasks, now }),
      (cause: unknown) => setError(cause instanceof Error ? cause.message : String(cause)),
    );
  }, [range, newest]);
  const stretches = loaded ? stretchesOf(loaded.tasks, { since: loaded.now - range.ms, until: loaded.now + 1, count: range.count }) : [];
  return (
    <section class="page" aria-labelledby="page-title">
      <div class="page-head">
        <h1 id="page-title">{l10n.t('Overview')}</h1>
      </div>
      <div class="chips" role="group" aria-label={l10n.t('Time')}>
        {ranges.map((one) => (
          <button key={one.ms} type="button" aria-pressed={one === range} onClick={() => setRange(one)}>
            {rangeText(one)}
          </button>
        ))}
      </div>
      {error !== '' && (
        <p class="failure-message" role="alert">
          {error}
        </p>
      )}
      {loaded &&
        (loaded.tasks.length === 0 ? (
          <Empty text={l10n.t('No task ended in this time.')} />
        ) : (
          <Charts tasks={loaded.tasks} stretches={stretches} />
        ))}
    </section>
  );
}

function Charts({ tasks, stretches }: { readonly tasks: readonly Task[]; readonly stretches: readonly Stretch[] }): JSX.Element {
  const succeeded = sum(stretches.map((stretch) => stretch.succeeded));
  const failed = sum(stretches.map((stretch) => stretch.failed));
  const times = tasks
    .flatMap(({ created_at, finished_at }) => (finished_at === null ? [] : [Math.max(0, Date.parse(finished_at) - Date.parse(created_at))]))
    .toSorted((a, b) => a - b);
  const counts = l10n.t('{0} ended, {1} failed', succeeded + failed, failed);
  const durations = times.length === 0 ? '' : `p50 ${durationText(quantile(times, 0.5))} · p95 ${durationText(quantile(times, 0.95))}`;
  return (
    <div class="charts table-scroll" tabIndex={0}>
      <figure>
        <figcaption>
          <b>{l10n.t('Tasks')}</b> <span class="dim">{counts}</span>
        </figcaption>
        <CountBars stretches={stretches} label={`${l10n.t('Tasks')}: ${counts}`} />
      </figure>
      <figure>
        <figcaption>
          <b>{l10n.t('Duration')}</b> <span class="dim">{durations}</span>
        </figcaption>
        <DurationLines stretches={stretches} label={`${l10n.t('Duration')}: ${durations}`} />
      </figure>
      <details>
        <summary>{l10n.t('As a table')}</summary>
        <table>
          <thead>
            <tr>
              <th>{l10n.t('From')}</th>
              <th class="number">{l10n.t('Succeeded')}</th>
              <th class="number">{l10n.t('Failed')}</th>
              <th class="number">p50</th>
              <th class="number">p95</th>
            </tr>
          </thead>
          <tbody>
            {stretches.map((stretch) => (
              <tr key={stretch.start}>
                <td>{new Date(stretch.start).toLocaleString(document.documentElement.lang)}</td>
                <td class="number">{stretch.succeeded}</td>
                <td class="number">{stretch.failed}</td>
                <td class="number">{stretch.p50 === undefined ? '' : durationText(stretch.p50)}</td>
                <td class="number">{stretch.p95 === undefined ? '' : durationText(stretch.p95)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

type ChartProps = { readonly stretches: readonly Stretch[]; readonly label: string };

function CountBars({ stretches, label }: ChartProps): JSX.Element {
  const most = Math.max(1, ...stretches.map(({ succeeded, failed }) => succeeded + failed));
  const step = width / stretches.length;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} preserveAspectRatio="none">
      {stretches.map(({ start, succeeded, failed }, index) => {
        const [good, bad] = [(succeeded / most) * height, (failed / most) * height];
        return (
          <g key={start}>
            <rect class="bar-succeeded" x={index * step + 1} y={height - good} width={step - 2} height={good} />
            <rect class="bar-failed" x={index * step + 1} y={height - good - bad} width={step - 2} height={bad} />
          </g>
        );
      })}
    </svg>
  );
}

function DurationLines({ stretches, label }: ChartProps): JSX.Element {
  const most = Math.max(1, ...stretches.map(({ p95 = 0 }) => p95));
  const step = width / stretches.length;
  // A stretch is a level, not a point: one that stands alone is seen too.
  const levels = (of: 'p50' | 'p95'): readonly JSX.Element[] =>
    stretches.flatMap((stretch, index) => {
      const value = stretch[of];
      if (value === undefined) return [];
      const y = height - 2 - (value / most) * (height - 4);
      return [<line key={`${of}-${stretch.start}`} class={`line-${of}`} x1={index * step + 1} x2={(index + 1) * step - 1} y1={y} y2={y} />];
    });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} preserveAspectRatio="none">
      {levels('p95')}
      {levels('p50')}
    </svg>
  );
}

function rangeText({ ms }: Range): string {
  if (ms === hour) return l10n.t('1 hour');
  return ms === 24 * hour ? l10n.t('1 day') : l10n.t('7 days');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
