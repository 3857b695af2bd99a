import {
  agentSchema,
  checkAgent,
  checkConfig,
  configSchemaOf,
  parseYaml,
  readCode,
  type AgentDescriptor,
  type AgentFolder,
  type YamlSource,
} from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { limitedCheck } from './limited-check.ts';
import type { FixContext } from './quick-fix.ts';

export type FixableAgent = {
  readonly descriptor: AgentDescriptor;
  readonly files: AgentFolder & Required<Pick<AgentFolder, 'readCode'>>;
  /** Absolute. */
  readonly folder: string;
  /** All that is wrong with the agent now, in any of its files. */
  readonly problems: readonly Problem[];
  readonly commands: boolean;
};

/** What the fixes of an agent's problems look at, for one question of an editor. */
export function agentFixContext({ descriptor, files, folder, problems, commands }: FixableAgent): FixContext {
  const prefix = files.path === '' ? '' : `${files.path}/`;
  const inFolder = (file: string): string => prefix + file;
  return {
    yaml: descriptor.yaml,
    yamlPath: inFolder(descriptor.file),
    schema: agentSchema,
    agent: { descriptor, files, folder, inFolder, commands },
    textOf: (path) => (path.startsWith(prefix) ? files.readText(path.slice(prefix.length)) : undefined),
    known: problems,
    checkWith: limitedCheck(descriptor.yaml.text.length, (texts) => {
      const changed = (file: string): string | undefined => texts.get(inFolder(file));
      const after = checkAgent({
        ...files,
        readYaml: (text) => (text === descriptor.yaml.text ? descriptor.yaml : parseYaml(text)),
        readText: (file) => changed(file) ?? files.readText(file),
        stat: (file) => files.stat(file) ?? (changed(file) === undefined ? undefined : { kind: 'file', executable: false, inside: true }),
        // What is kept from one keystroke to the next is of the text that is there.
        readCode: (text, language) => ([...texts.values()].includes(text) ? readCode(text, language) : files.readCode(text, language)),
      });
      return after.descriptor === undefined ? undefined : after.problems;
    }),
  };
}

/** What the fixes of a configuration's problems look at, for one question of an editor. */
export function configFixContext(yaml: YamlSource, path: string, problems: readonly Problem[]): FixContext {
  return {
    yaml,
    yamlPath: path,
    schema: configSchemaOf(path),
    textOf: () => yaml.text,
    known: problems,
    checkWith: limitedCheck(yaml.text.length, (texts) => checkConfig(texts.get(path) ?? yaml.text, path)),
  };
}
