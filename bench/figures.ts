/** One measured thing: all samples in milliseconds (or another unit, said in its name). */
export type Series = { readonly name: string; readonly samples: readonly number[] };

/** The sample below which `share` of all lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Prints p50 and p95 of each series, and how many times the first one (the floor) it takes. */
export function printTable(series: readonly Series[], unit = 'ms'): void {
  const floor = percentile(series[0]?.samples ?? [], 0.5);
  console.log(`| | p50 ${unit} | p95 ${unit} | × floor | n |`);
  console.log('|---|---|---|---|---|');
  for (const { name, samples } of series) {
    const p50 = percentile(samples, 0.5);
    console.log(
      `| ${name} | ${p50.toFixed(2)} | ${percentile(samples, 0.95).toFixed(2)} | ${(p50 / floor).toFixed(2)} | ${samples.length} |`,
    );
  }
  console.log('');
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Runs the contenders in turn, so that what else the machine does hits all alike. The first round is warm-up. */
export async function interleaved(rounds: number, contenders: Readonly<Record<string, () => Promise<number>>>): Promise<readonly Series[]> {
  const names = Object.keys(contenders);
  const samples = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, run] of Object.entries(contenders)) {
      const ms = await run();
      if (round > 0) samples.get(name)?.push(ms);
    }
  return names.map((name) => ({ name, samples: samples.get(name) ?? [] }));
}
