import { agentSchema } from '../../generated/file-schemas.ts';
import { fileErrors } from '../../schema-check/file-errors.ts';
import type { Problem } from '@hermes-runtime/schemas';
import type { AgentFolder, InstalledPackage } from '../../agent-folder.ts';
import { parseYaml } from '../../descriptor/parse-yaml.ts';
import { isMap } from '../../value.ts';
import type { RuleContext } from '../rule.ts';

/** An agent's folder that is only in memory, for tests. */
export function folderOf(files: Readonly<Record<string, string>>, installed?: readonly InstalledPackage[]): AgentFolder {
  return {
    path: '',
    readText: (file) => (Object.hasOwn(files, file) ? files[file] : undefined),
    stat: (file) => {
      if (Object.hasOwn(files, file)) return { kind: 'file', executable: false, inside: true };
      return Object.keys(files).some((name) => name.startsWith(`${file}/`))
        ? { kind: 'folder', executable: false, inside: true }
        : undefined;
    },
    list: () => Object.keys(files),
    filesIn: (inner) => {
      const below = inner === '' ? '' : `${inner}/`;
      return Object.keys(files).flatMap((name) =>
        name.startsWith(below) && !name.slice(below.length).includes('/') ? [name.slice(below.length)] : [],
      );
    },
    ...(installed === undefined ? {} : { installed: () => installed }),
  };
}

/** What a rule looks at, for tests that look at one part of all rules. */
export function contextOf(folder: AgentFolder): RuleContext {
  const yaml = parseYaml(folder.readText('agent.yaml') ?? '');
  const value = isMap(yaml.value) ? yaml.value : {};
  return { folder, descriptor: { file: 'agent.yaml', value, yaml, errors: fileErrors(agentSchema, value) } };
}

/** Problems as a person sees them: the line, a mark under it, and what is said. */
export function picture(folder: AgentFolder, problems: readonly Problem[]): string {
  return problems
    .flatMap(({ path, range: { start, end }, severity, code, message }) => {
      const line = folder.readText(path)?.split(/\r\n|\r|\n/)[start.line] ?? '';
      const width = end.line === start.line ? end.character - start.character : line.length - start.character;
      return [line, `${' '.repeat(start.character)}${'^'.repeat(Math.max(width, 1))} ${severity} ${code}: ${message}`];
    })
    .join('\n');
}
