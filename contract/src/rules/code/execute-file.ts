import type { AgentFolder } from '../../agent-folder.ts';
import { localModules } from '../../code/local-modules.ts';
import { codeLanguageOf } from '../../code/read-code.ts';
import { definingFile, readFile, type CodeFile } from './agent-code.ts';

/** The file of an agent's folder whose text has `execute`, wherever the entrypoint takes it from. Undefined where there is no code that is read. */
export function executeFile(folder: AgentFolder, entrypoint: string): Pick<CodeFile, 'file' | 'text'> | undefined {
  const language = codeLanguageOf(entrypoint);
  const entry = language === undefined || folder.stat(entrypoint)?.inside === false ? undefined : readFile(folder, entrypoint, language);
  if (language === undefined || entry === undefined) return undefined;
  return definingFile(folder, entry, localModules(folder, entrypoint, language));
}
