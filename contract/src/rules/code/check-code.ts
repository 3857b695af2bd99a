import type { Problem } from '@hermes-runtime/schemas';
import { codeLanguageOf, readCode } from '../../code/read-code.ts';
import { leavesFolder, normalEntrypoint } from '../entrypoint-path.ts';
import type { RuleContext } from '../rule.ts';
import type { CodeRule, CodeSubject } from './code-subject.ts';
import { environmentRead } from './environment-read.ts';
import { executeArity } from './execute-arity.ts';
import { executeInClass } from './execute-in-class.ts';
import { executeIsGenerator } from './execute-is-generator.ts';
import { forbiddenOutputKey } from './forbidden-output-key.ts';
import { isMap } from '../../value.ts';
import { missingExecute } from './missing-execute.ts';
import { missingOutputKey } from './missing-output-key.ts';
import { returnNotObject } from './return-not-object.ts';
import { unknownInputKey } from './unknown-input-key.ts';

export const codeRules: readonly CodeRule[] = [
  missingExecute,
  executeInClass,
  executeArity,
  executeIsGenerator,
  unknownInputKey,
  forbiddenOutputKey,
  missingOutputKey,
  returnNotObject,
  environmentRead,
];

/** What is wrong in the text of the entrypoint. Silent when there is none, for shell, and where the file does not fit the runtime's type: other rules say so. */
export function checkCode(context: RuleContext): readonly Problem[] {
  const subject = subjectOf(context);
  if (subject === undefined) return [];
  const isWhole = context.descriptor.yaml.mendedLine === undefined;
  return codeRules.flatMap((rule) => (rule.needsSchema && !isWhole ? [] : rule.check(subject)));
}

function subjectOf(context: RuleContext): CodeSubject | undefined {
  const { runtime } = context.descriptor.value;
  if (!isMap(runtime) || typeof runtime['entrypoint'] !== 'string') return undefined;
  const file = normalEntrypoint(runtime['entrypoint']);
  const language = codeLanguageOf(file);
  if (language === undefined || runtime['type'] !== (language === 'python' ? 'python' : 'nodejs')) return undefined;
  if (leavesFolder(runtime['entrypoint']) || context.folder.stat(file)?.inside === false) return undefined;
  const text = context.folder.readText(file);
  return text === undefined ? undefined : { context, file, text, facts: (context.folder.readCode ?? readCode)(text, language) };
}
