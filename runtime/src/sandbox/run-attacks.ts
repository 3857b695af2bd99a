import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { type FixtureRunner, createFixtureRunner, fixtureAgent } from '../worker/fixture-runner.ts';
import { type Attack, attacks } from './attack-table.ts';

/** For tests: carries out the table as whoever this process is, and answers the rows that did not come out as they must. */
export async function runAttacks(
  options: { readonly python?: string } = {},
): Promise<{ readonly failed: readonly string[]; readonly rows: number }> {
  const home = mkdtempSync('/var/tmp/hermes-runtime-attack-');
  writeFileSync(join(home, 'canary'), 'canary');
  const abstractName = `hermes-canary-${process.pid}`;
  const tcp = createServer().listen(0, '127.0.0.1');
  const unix = createServer().listen(`\0${abstractName}`);
  await Promise.all([once(tcp, 'listening'), once(unix, 'listening')]);
  const fixture = createFixtureRunner({}, options);
  try {
    const agent = fixtureAgent('looks-around');
    const table = attacks({ folder: agent.folder, canary: join(home, 'canary'), port: portOf(tcp.address()), abstractName });
    const { outcome } = await fixture.run(agent, Object.fromEntries(table.map(({ name, action }) => [name, action])), { trace: 'off' });
    if (outcome.status !== 'succeeded') return { failed: [JSON.stringify(outcome)], rows: table.length };
    const { output } = outcome;
    const failed = table.flatMap((attack) =>
      verdict(attack, typeof output === 'object' && output !== null ? Reflect.get(output, attack.name) : undefined),
    );
    return { failed: [...failed, ...(await breakLimits(fixture)), ...(await readEnvironment(fixture))], rows: table.length };
  } finally {
    await fixture.close();
    tcp.close();
    unix.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** What grows without end ends at its limit. */
async function breakLimits(fixture: FixtureRunner): Promise<string[]> {
  const bomb = await fixture.run('fork-bomb');
  const stopped = JSON.stringify(bomb.outcome);
  const failed = /"children":(?:\d|[1-3]\d),"stopped_by"/.test(stopped) ? [] : [`fork-bomb: ${stopped}`];
  for (const agent of ['oom', 'oom-children', 'oom-node']) {
    // One after the other: each wants the machine's memory for itself.
    // oxlint-disable-next-line no-await-in-loop
    const { outcome } = await fixture.run(agent);
    if (outcome.status !== 'failed' || outcome.failure.code !== 'memory_exceeded') failed.push(`${agent}: ${JSON.stringify(outcome)}`);
  }
  return failed;
}

/** Nothing of the runtime's environment is seen, in the agent's own or in that of any process it can look at. */
async function readEnvironment(fixture: FixtureRunner): Promise<string[]> {
  process.env['HERMES_TEST_CANARY'] = 'canary-in-the-environment';
  const { outcome } = await fixture.run('reads-environment', {}, { trace: 'off' });
  const text = JSON.stringify(outcome);
  const right = outcome.status === 'succeeded' && text.includes('"encoding":"c3a9","timezone":"UTC"') && !text.includes('canary-in');
  return right ? [] : [`reads-environment: ${text}`];
}

function verdict({ name, expected, hides }: Attack, answer: unknown): string[] {
  const text = JSON.stringify(answer) ?? 'no answer';
  if (!text.startsWith(`{"${expected}"`)) return [`${name}: ${text}`];
  return hides !== undefined && text.includes(hides) ? [`${name}: the answer holds ${hides}`] : [];
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** As a program of its own, so that it can be started as another user. */
if (process.argv[1] === import.meta.filename) {
  const [python] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(await runAttacks(python === undefined ? {} : { python })));
}
