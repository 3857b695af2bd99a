import { checkAgent, readCode, type CheckedAgent } from '@hermes-runtime/contract';
import { expect, it } from 'vitest';
import { carryOn } from './last-good.ts';

const agent = (more = ''): string =>
  `name: a\nversion: 1.0.0\ninput_schema: { type: object, properties: { city: {}, units: {} } }\nruntime: { type: python, entrypoint: main.py }\n${more}`;
const whole = 'def execute(input_data):\n    city = input_data["city"]\n    town = input_data["town"]\n    return {"a": city + town}\n';

type Files = Readonly<Record<string, string>>;
const read =
  (files: Files) =>
  (file: string): string | undefined =>
    files[file];

function check(files: Files): CheckedAgent {
  const stat = (file: string): ReturnType<Parameters<typeof checkAgent>[0]['stat']> =>
    Object.hasOwn(files, file) ? { kind: 'file', executable: false, inside: true } : undefined;
  return checkAgent({ path: '', readText: read(files), stat, list: () => Object.keys(files), readCode });
}

/** What stays of what was said of one text, once it is another: the code and the words that are marked. */
function kept(before: Files, now: Files): readonly string[] {
  const { lastGood } = carryOn(undefined, check(before), read(before));
  if (lastGood === undefined) return ['nothing was said'];
  return carryOn(lastGood, check(now), read(now)).kept.map(({ code, path, range: { start, end } }) => {
    const line = (now[path] ?? '').split('\n')[start.line] ?? '';
    return `${code} ${line.slice(start.character, end.line === start.line ? end.character : undefined)}`;
  });
}

const typed = (text: string, more?: string): readonly string[] =>
  kept({ 'agent.yaml': agent(), 'main.py': whole }, { 'agent.yaml': agent(more), 'main.py': text });

it('keeps what was said of lines that are as they were, where they lie now', () => {
  expect(typed(whole.replace('    return {"a": city + town}', '    return {"a": (city'))).toEqual(['unknown-input-key "town"']);
  expect(typed(whole.replace('    city =', '    import os\n    print(\n    city ='))).toEqual(['unknown-input-key "town"']);
});

it('keeps nothing of a line that is another now, or is gone', () => {
  expect(typed(whole.replace('    town = input_data["town"]', '    town = (input_data["town"]'))).toEqual([]);
  expect(typed(whole.replace('    town = input_data["town"]\n', '    (\n'))).toEqual([]);
});

it('keeps nothing once the code is whole, or agent.yaml is another', () => {
  expect(typed(whole.replace('town}', 'town + ""}'))).toEqual([]);
  expect(typed(whole.replace('town}', 'town'), 'concurrency: 2\n')).toEqual([]);
});

it('keeps what rules cannot judge alone: what they say still is not said twice', () => {
  const below = `${whole}\n\ndef other(\n`;
  expect(check({ 'agent.yaml': agent(), 'main.py': below }).problems.map(({ code }) => code)).toEqual(['unknown-input-key']);
  expect(typed(below)).toEqual([]);
});

it('keeps what was said in agent.yaml of a field that nothing reads', () => {
  const reads = 'def execute(input_data):\n    return {"a": input_data["city"]}\n';
  const files = { 'agent.yaml': agent(), 'main.py': reads };
  expect(kept(files, { ...files, 'main.py': `${reads}print(\n` })).toEqual(['unread-input units']);
});

it('moves what is said beside a problem, and knows line breaks of Windows', () => {
  const before = { 'agent.yaml': agent(), 'main.py': whole.replaceAll('\n', '\r\n') };
  const broken = { ...before, 'main.py': `${before['main.py']}    print(\r\n` };
  const now = { ...before, 'main.py': `import os\r\n${broken['main.py']}` };
  const first = carryOn(undefined, check(before), read(before));
  const second = carryOn(first.lastGood, check(broken), read(broken));
  const [problem] = carryOn(second.lastGood, check(now), read(now)).kept;
  expect([problem?.range.start.line, problem?.related?.map(({ range }) => range.start.line)]).toEqual([3, [2]]);
});

it('has nothing to keep where nothing is said of the code, or it is broken from the beginning', () => {
  const fine = {
    'agent.yaml': agent(),
    'main.py': 'def execute(input_data):\n    return {"a": [input_data["city"], input_data["units"]]}\n',
  };
  expect(carryOn(undefined, check(fine), read(fine))).toEqual({ kept: [], lastGood: undefined });
  expect(kept({ ...fine, 'main.py': `${whole}print(` }, fine)).toEqual(['nothing was said']);
});
