import type { Problem } from '@hermes-runtime/schemas';
import { localModules, type LocalModules } from '../../code/local-modules.ts';
import { codeLanguageOf } from '../../code/read-code.ts';
import { leavesFolder, normalEntrypoint } from '../entrypoint-path.ts';
import { declaredImports } from '../dependencies/declared-imports.ts';
import type { RuleContext } from '../rule.ts';
import { definingFile, reachableFiles, readFile, type CodeFile, type ReachedFile } from './agent-code.ts';
import { judgedFunctions, type CodeRule, type CodeSubject } from './code-subject.ts';
import { environmentRead } from './environment-read.ts';
import { executeArity } from './execute-arity.ts';
import { executeInClass } from './execute-in-class.ts';
import { executeIsGenerator } from './execute-is-generator.ts';
import { forbiddenOutputKey } from './forbidden-output-key.ts';
import { inputMisuse } from './input-misuse.ts';
import { inputNotObject } from './input-not-object.ts';
import { isMap, own } from '../../value.ts';
import { moduleCaseClash } from './module-case-clash.ts';
import { missingExecute } from './missing-execute.ts';
import { missingOutputKey } from './missing-output-key.ts';
import { returnNotObject } from './return-not-object.ts';
import { shellInputKeys } from './shell-input-key.ts';
import { unknownInputKey } from './unknown-input-key.ts';
import { unreadInput } from './unread-input.ts';
import { wrongOutputType } from './wrong-output-type.ts';
import { unsupportedSyntax } from './unsupported-syntax.ts';

export const codeRules: readonly CodeRule[] = [
  missingExecute,
  executeInClass,
  executeArity,
  executeIsGenerator,
  inputNotObject,
  inputMisuse,
  unknownInputKey,
  unreadInput,
  forbiddenOutputKey,
  missingOutputKey,
  returnNotObject,
  wrongOutputType,
  environmentRead,
  unsupportedSyntax,
  moduleCaseClash,
  declaredImports,
];

/** What is wrong in an agent's code. Of a shell script only what it asks `jq` for. Silent when there is none, and where the file does not fit the runtime's type: other rules say so. */
export function checkCode(context: RuleContext, known?: LocalModules): CheckedCode {
  const isWhole = context.descriptor.yaml.mendedLine === undefined;
  if (own(context.descriptor.value['runtime'], 'type') === 'shell') return { problems: isWhole ? shellInputKeys(context) : [] };
  const entry = entryOf(context);
  if (entry === undefined) return { problems: [] };
  const modules = known ?? localModules(context.folder, entry.file, entry.facts.language);
  const reached = reachableFiles(context.folder, entry, modules);
  const entrypoint: CodeSubject = { context, modules, reached, ...entry };
  const defining: CodeSubject = { context, modules, reached, ...definingFile(context.folder, entry, modules) };
  const both = entry.file === defining.file ? [entrypoint] : [entrypoint, defining];
  const problems = codeRules.flatMap(({ check, needsSchema, looksAt = 'execute' }) => {
    if (needsSchema && !isWhole) return [];
    return (looksAt === 'both' ? both : [looksAt === 'execute' ? defining : entrypoint]).flatMap((subject) => check(subject));
  });
  return { problems, modules, silenced: silencedBy(reached, defining) };
}

/** Nothing is judged of a function with an error in it, and little of a file. */
function silencedBy(reached: readonly ReachedFile[], { facts }: CodeSubject): readonly string[] {
  const files = !facts.parses || reached.some(({ code }) => !code.facts.parses);
  const isFunctionLost = !facts.parses && judgedFunctions(facts.definitions).length === 0;
  return codeRules.flatMap(({ codes, needsWhole = 'files' }) => ((needsWhole === 'files' ? files : isFunctionLost) ? codes : []));
}

/** `modules` may be used again as long as nothing in the folder changed but the text of files. */
export type CheckedCode = {
  readonly problems: readonly Problem[];
  readonly modules?: LocalModules;
  /** The codes of rules that say nothing because some code is broken at the moment. */
  readonly silenced?: readonly string[];
};

function entryOf({ folder, descriptor }: RuleContext): CodeFile | undefined {
  const { runtime } = descriptor.value;
  if (!isMap(runtime) || typeof runtime['entrypoint'] !== 'string') return undefined;
  const file = normalEntrypoint(runtime['entrypoint']);
  const language = codeLanguageOf(file);
  if (language === undefined || runtime['type'] !== (language === 'python' ? 'python' : 'nodejs')) return undefined;
  if (leavesFolder(runtime['entrypoint']) || folder.stat(file)?.inside === false) return undefined;
  return readFile(folder, file, language);
}
