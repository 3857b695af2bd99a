import { createFixtureRunner } from './fixture-runner.ts';

/** For tests: a runtime in a process of its own, to be killed. Arguments: agent, token, and `off` for no sandbox. */
const [agent = '', token = '', sandbox = 'on'] = process.argv.slice(2);
const fixture = createFixtureRunner({ agent: { sandbox: { enabled: sandbox !== 'off' } } });
await fixture.run(agent, { token }, { timeoutMs: 60_000, onEvent: (event) => process.stdout.write(`${JSON.stringify(event)}\n`) });
