import { createFixtureRunner, fixtureAgent } from './fixture-runner.ts';

/** For tests: fetches one address that is on the list and one that is not, as whoever this process is. Arguments: a Python, and the address. */
const [python = '', url = ''] = process.argv.slice(2);
const fixture = createFixtureRunner({}, { python });
const agent = fixtureAgent('fetches');
const file = { ...agent.file, permissions: { network: [new URL(url).host] } };
const { outcome } = await fixture.run({ ...agent, file }, { urls: [url, 'http://example.org/'] });
process.stdout.write(JSON.stringify(outcome));
await fixture.close();
