import { percentile, type Series } from './figures.ts';

/** One goal: what the peer does, what we do, and what is wanted. */
export type GoalRow = {
  readonly goal: string;
  readonly floor: string;
  readonly ours: string;
  readonly target: string;
  readonly isMet: boolean;
};

type Target = { readonly p50?: number; readonly p95?: number };

/**
 * A row of times; both ends of the target are optional. Series without the peer's have ours alone.
 * `cpu` is the processor time of each round by the names of the series, in milliseconds: on a busy machine that is the figure to trust.
 */
export function timeRow(goal: string, series: readonly Series[], target: Target, cpu: Readonly<Record<string, number>> = {}): GoalRow {
  const shown = ({ name, samples }: Series): string => {
    const spent = cpu[name];
    const times = `${ms(percentile(samples, 0.5))} / ${ms(percentile(samples, 0.95))} ms`;
    return spent === undefined ? times : `${times} (${ms(spent)} CPU)`;
  };
  const ours = series.at(-1);
  const floor = series.length > 1 ? series[0] : undefined;
  const isBelow = (share: number, most: number | undefined): boolean =>
    most === undefined || percentile(ours?.samples ?? [], share) <= most;
  return {
    goal,
    floor: floor === undefined ? '–' : shown(floor),
    ours: ours === undefined ? '–' : shown(ours),
    target: [
      ...(target.p50 === undefined ? [] : [`p50 ≤ ${target.p50}`]),
      ...(target.p95 === undefined ? [] : [`p95 ≤ ${target.p95}`]),
    ].join(', '),
    isMet: isBelow(0.5, target.p50) && isBelow(0.95, target.p95),
  };
}

export function printGoals(rows: readonly GoalRow[]): void {
  console.log('| goal (p50 / p95) | yaml-language-server 2.0.0 | hermes-language-server | target | met |');
  console.log('|---|---|---|---|---|');
  for (const { goal, floor, ours, target, isMet } of rows)
    console.log(`| ${goal} | ${floor} | ${ours} | ${target} | ${isMet ? 'yes' : '**no**'} |`);
  console.log(`\n${rows.filter(({ isMet }) => isMet).length} of ${rows.length} goals are met.`);
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}
