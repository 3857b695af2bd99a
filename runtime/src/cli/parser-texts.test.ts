import { textsFor } from '@hermes-runtime/schemas/texts';
import * as l10n from '@vscode/l10n';
import { afterEach, expect, test } from 'vitest';
import { createProgram } from './program.ts';

afterEach(() => l10n.config({ contents: {} }));

/** What is written on standard error and standard output for one command line. */
async function spoken(argv: readonly string[], language: string): Promise<string> {
  l10n.config({ contents: { ...(await textsFor(language)) } });
  let text = '';
  const program = createProgram(() => undefined);
  const write = (more: string): void => {
    text += more;
  };
  for (const command of [program, ...program.commands]) command.configureOutput({ writeErr: write, writeOut: write });
  await program.parseAsync(argv, { from: 'user' }).catch(() => undefined);
  return text;
}

const mistakes: readonly (readonly [argv: readonly string[], english: string, chinese: string])[] = [
  [['tasks', '--jsn'], "unknown option '--jsn'\n(Did you mean --json?)", '未知选项“--jsn”\n（您是否想输入 --json？）'],
  [['rum'], "unknown command 'rum'\n(Did you mean run?)", '未知命令“rum”\n（您是否想输入 run？）'],
  [['run'], "missing required argument 'agent'", '缺少必需的参数“agent”'],
  [['run', 'a', '--input'], "option '--input <json>' needs a value", '选项“--input <json>”需要一个值'],
  [['serve'], "required option '--config <file>' is missing", '缺少必需的选项“--config <file>”'],
  [
    ['check', '--format', 'x'],
    "'x' is no value of option '--format <format>'; these are: text, json",
    '“x”不是选项“--format <format>”的可用值；可用值为：text, json',
  ],
  [['trace', 'a', 'b'], 'too many arguments: 2 instead of 1', '参数过多：应为 1 个，实际为 2 个'],
];

test.each(mistakes)('says in both languages what is wrong with %j', async (argv, english, chinese) => {
  expect(await spoken(argv, 'en')).toContain(english);
  const translated = await spoken(argv, 'zh-cn');
  expect(translated).toContain(chinese);
  expect(translated).not.toMatch(/error|unknown|missing|Did you/);
});

test('translates choices and defaults of the help', async () => {
  const help = await spoken(['help', 'check'], 'zh-cn');
  expect(help).toContain('（可选值：text, json, sarif, junit, github）'.replace('（', '(').replace('）', ')'));
  expect(help).toContain('默认值：.');
});
