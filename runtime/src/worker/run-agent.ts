import { createFixtureRunner, fixtureAgent } from './fixture-runner.ts';

/** For tests: runs one fixture agent as whoever this process is. Arguments: the agent, its input, and, if wanted, a Python and hosts. */
const [name = '', json = '{}', python = '', ...network] = process.argv.slice(2);
const input: unknown = JSON.parse(json);
const fixture = createFixtureRunner({}, python === '' ? {} : { python });
const agent = fixtureAgent(name);
const file = network.length === 0 ? agent.file : { ...agent.file, permissions: { network } };
process.stdout.write(JSON.stringify(await fixture.run({ ...agent, file }, input)));
await fixture.close();
