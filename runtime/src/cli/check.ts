import * as l10n from '@vscode/l10n';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { applyLevels, checkTree } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { runtimeVersion } from '../daemon/version.ts';
import { githubOf } from './check/github.ts';
import { junitOf } from './check/junit.ts';
import { problemText } from './check/problem-text.ts';
import { readTree } from './check/read-tree.ts';
import { readRules } from './check/rule-levels.ts';
import { sarifOf } from './check/sarif.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { say, writeResult } from './output.ts';

type Format = 'text' | 'json' | 'sarif' | 'junit' | 'github';

export type CheckOptions = { readonly json?: boolean; readonly format?: Format; readonly rule?: readonly string[] };

/** `hermes-runtime check`: the problems that an editor shows for the same tree. Nothing is run and no runtime is needed. */
export function check(path: string, { json, format = json === true ? 'json' : 'text', rule = [] }: CheckOptions): Promise<ExitCode> {
  const wanted = readRules(rule);
  const root = resolve(path);
  if (!existsSync(root)) throw new CliError(exitCodes.usage, l10n.t('There is no {0}.', root));
  const { files, problems: found } = checkTree(readTree(root));
  const problems = applyLevels(found, wanted);
  const text = render(format, problems, files);
  if (text !== '') writeResult(text);
  if (format === 'text') say(summary(files.length, problems));
  return Promise.resolve(problems.some(({ severity }) => severity === 'error') ? exitCodes.failed : exitCodes.ok);
}

function render(format: Format, problems: readonly Problem[], files: readonly string[]): string {
  switch (format) {
    case 'text':
      return problems.map((problem) => problemText(problem)).join('\n');
    case 'json':
      return JSON.stringify({ problems }, undefined, 2);
    case 'sarif':
      return sarifOf(problems, runtimeVersion);
    case 'junit':
      return junitOf(problems, files);
    case 'github':
      return githubOf(problems);
  }
}

function summary(files: number, problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (files === 0) return l10n.t('No agent and no configuration here.');
  return l10n.t('{0} files, {1} errors, {2} warnings', files, errors, problems.filter(({ severity }) => severity === 'warning').length);
}
