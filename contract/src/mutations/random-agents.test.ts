import { expect, it } from 'vitest';
import { seededRandom } from '../../testdata/seeded-random.ts';
import { checkAgent } from '../check-agent.ts';
import { folderOf } from '../rules/code/problem-picture.ts';
import { randomAgent } from './random-agent.ts';

const perSeed = 500;

it.each([1, 2, 3, 4])('says nothing of hundreds of agents that nobody has seen before, for they are valid (seed %i)', (seed) => {
  const random = seededRandom(seed);
  const alarms: string[] = [];
  for (let index = 0; index < perSeed && alarms.length < 3; index += 1) {
    const { files } = randomAgent(random, `random-${index}`);
    const { descriptor, problems } = checkAgent(folderOf(files));
    const said = problems.map(({ path, range, code, message }) => `${path}:${range.start.line + 1} ${code} ${message}`);
    if (said.length > 0 || descriptor?.agent === undefined) alarms.push(`${said.join('\n')}\n${files['agent.yaml']}`);
  }
  expect(alarms).toEqual([]);
});
