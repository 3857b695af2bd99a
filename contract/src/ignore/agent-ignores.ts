import type { Problem } from '@hermes-runtime/schemas';
import { codeLanguageOf, readCode } from '../code/read-code.ts';
import { leavesFolder, normalEntrypoint } from '../rules/entrypoint-path.ts';
import { pathInFolder, type RuleContext } from '../rules/rule.ts';
import { isMap } from '../value.ts';
import { applyIgnores, type IgnoringFile } from './apply-ignores.ts';
import { ignoresInShell, ignoresInYaml } from './find-ignores.ts';
import { ignoreWord } from './ignore-comment.ts';

/** An agent's problems, as the comments in its descriptor, in its entrypoint and in every other file with a problem want them. */
export function withoutIgnored(context: RuleContext, problems: readonly Problem[]): readonly Problem[] {
  const { folder, descriptor } = context;
  const ofDescriptor: IgnoringFile = { path: pathInFolder(folder, descriptor.file), ignores: ignoresInYaml(descriptor.yaml) };
  const ofCode = codeFiles(context, problems).map((file) => commentsIn(context, file));
  const parses = descriptor.yaml.problems.length === 0 && entrypointParses(context, [ofDescriptor, ...ofCode]);
  return applyIgnores(problems, [ofDescriptor, ...ofCode], { isWhole: parses });
}

function codeFiles({ folder, descriptor }: RuleContext, problems: readonly Problem[]): readonly string[] {
  const prefix = pathInFolder(folder, '');
  const entrypoint = entrypointOf(descriptor.value);
  const files = new Set(problems.flatMap(({ path }) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])));
  if (entrypoint !== undefined) files.add(entrypoint);
  files.delete(descriptor.file);
  return [...files];
}

function commentsIn({ folder }: RuleContext, file: string): IgnoringFile {
  const path = pathInFolder(folder, file);
  const text = folder.readText(file);
  if (text?.includes(ignoreWord) !== true) return { path, ignores: [] };
  const language = codeLanguageOf(file);
  if (language !== undefined) return { path, ignores: (folder.readCode ?? readCode)(text, language, file).ignores ?? [] };
  return { path, ignores: /\.(?:sh|bash)$/.test(file) ? ignoresInShell(text) : [] };
}

/** Asked only where there is a comment at all. */
function entrypointParses({ folder, descriptor }: RuleContext, files: readonly IgnoringFile[]): boolean {
  const file = entrypointOf(descriptor.value);
  const language = file === undefined ? undefined : codeLanguageOf(file);
  if (file === undefined || language === undefined || files.every(({ ignores }) => ignores.length === 0)) return true;
  const text = folder.readText(file);
  return text === undefined || (folder.readCode ?? readCode)(text, language, file).parses;
}

function entrypointOf({ runtime }: Readonly<Record<string, unknown>>): string | undefined {
  if (!isMap(runtime) || typeof runtime['entrypoint'] !== 'string' || leavesFolder(runtime['entrypoint'])) return undefined;
  return normalEntrypoint(runtime['entrypoint']);
}
