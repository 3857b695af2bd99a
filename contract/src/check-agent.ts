import type { AgentFile, Problem } from '@hermes-runtime/schemas';
import type { AgentFolder } from './agent-folder.ts';
import type { AgentDescriptor } from './descriptor/agent-descriptor.ts';
import type { LocalModules } from './code/local-modules.ts';
import { parseYaml } from './descriptor/parse-yaml.ts';
import { withoutIgnored } from './ignore/agent-ignores.ts';
import { recogniseAgent } from './descriptor/recognise-agent.ts';
import { checkCode, type CheckedCode } from './rules/code/check-code.ts';
import { checkDependencies } from './rules/dependencies/check-dependencies.ts';
import { withoutLaterOnes } from './rules/consequences.ts';
import { descriptorRules } from './rules/descriptor-rules.ts';
import { pathInFolder, type RuleContext } from './rules/rule.ts';
import { unreadableFile } from './rules/unreadable-file.ts';
import { inFileOrder } from './problem-order.ts';
import { agentSchema } from './generated/file-schemas.ts';
import { fileErrors, type FileError } from './schema-check/file-errors.ts';
import { isMap } from './value.ts';

export type CheckedAgent = {
  /** Undefined when the folder holds no agent of ours, and when nobody can tell: then the only problem is that it cannot be read. */
  readonly descriptor?: AgentDescriptor;
  readonly problems: readonly Problem[];
  /** Those of them that hold as long as nothing changes but the text of code. */
  readonly besideCode?: readonly Problem[];
  /** The codes of rules that say nothing because some code is broken at the moment: what they said before may still hold. */
  readonly silenced?: readonly string[];
  /** Where the agent's own modules lie, as long as that holds. */
  readonly modules?: LocalModules;
};

const names = ['agent.yaml', 'agent.yml'];

/** All that can be said about an agent without running it. Pure; the same answer in editor, CLI and runtime. */
export function checkAgent(folder: AgentFolder): CheckedAgent {
  const file = descriptorFileIn(folder);
  if (file === undefined) return { problems: [] };
  const text = folder.readText(file);
  if (text === undefined) return { problems: [unreadableFile(pathInFolder(folder, file))] };
  const descriptor = describe(folder, file, text);
  if (descriptor === undefined) return { problems: [] };
  const context = { folder, descriptor };
  return withCode(context, checkBesideCode(context));
}

/** As `checkAgent`, where nothing in the folder changed since but the text of code: no other rule is asked again. */
export function recheckCode(folder: AgentFolder, { descriptor, besideCode, modules }: CheckedAgent): CheckedAgent {
  return descriptor === undefined || besideCode === undefined ? checkAgent(folder) : withCode({ folder, descriptor }, besideCode, modules);
}

/** An agent's descriptor, before any rule has looked at it; undefined where the folder holds no agent of ours. */
export function describeAgent(folder: AgentFolder): AgentDescriptor | undefined {
  const file = descriptorFileIn(folder);
  const text = file === undefined ? undefined : folder.readText(file);
  return file === undefined || text === undefined ? undefined : describe(folder, file, text);
}

/** The first name that has a text, or is there and cannot be read. */
function descriptorFileIn(folder: AgentFolder): string | undefined {
  return names.find((file) => {
    if (folder.readText(file) !== undefined) return true;
    const fact = folder.stat(file);
    return fact?.kind === 'file' && fact.readable === false;
  });
}

function describe({ readYaml = parseYaml }: AgentFolder, file: string, text: string): AgentDescriptor | undefined {
  const yaml = readYaml(text);
  if (!recogniseAgent(yaml)) return undefined;
  const value = isMap(yaml.value) ? yaml.value : {};
  const errors = fileErrors(agentSchema, value);
  return { file, value, yaml, errors, ...(yaml.problems.length === 0 && isAgentFile(value, errors) ? { agent: value } : {}) };
}

function withCode(context: RuleContext, besideCode: readonly Problem[], known?: LocalModules): CheckedAgent {
  const { descriptor } = context;
  const { problems, modules, silenced }: CheckedCode = isMap(descriptor.yaml.value) ? checkCode(context, known) : { problems: [] };
  const all = inFileOrder(withoutIgnored(context, withoutLaterOnes(context, [...besideCode, ...withoutConsequences(context, problems)])));
  return {
    descriptor,
    besideCode,
    problems: all,
    ...(modules === undefined ? {} : { modules }),
    ...(silenced === undefined || silenced.length === 0 ? {} : { silenced }),
  };
}

function isAgentFile(_value: unknown, errors: readonly FileError[]): _value is AgentFile {
  return errors.length === 0;
}

function checkBesideCode(context: RuleContext): readonly Problem[] {
  const { yaml } = context.descriptor;
  const ofYaml = problemsOfYaml(context);
  if (!isMap(yaml.value)) return ofYaml;
  const rules = yaml.mendedLine === undefined ? descriptorRules : descriptorRules.filter(({ local }) => local === true);
  return [...ofYaml, ...withoutConsequences(context, [...rules.flatMap((rule) => rule.check(context)), ...checkDependencies(context)])];
}

function problemsOfYaml({ folder, descriptor }: RuleContext): readonly Problem[] {
  const path = pathInFolder(folder, descriptor.file);
  return descriptor.yaml.problems.map((problem) => ({
    ...problem,
    path,
    ...(problem.related === undefined ? {} : { related: problem.related.map((place) => ({ ...place, path })) }),
  }));
}

/** What stands on a broken line, or beside an alias that has no value, is a consequence. */
function withoutConsequences({ folder, descriptor }: RuleContext, found: readonly Problem[]): readonly Problem[] {
  const { yaml, file } = descriptor;
  const path = pathInFolder(folder, file);
  const spoilt = new Set(yaml.problems.filter(({ code }) => code === 'unknown-alias').map(({ range }) => range.start.line));
  if (yaml.mendedLine !== undefined) spoilt.add(yaml.mendedLine);
  return found.filter((problem) => problem.path !== path || !spoilt.has(problem.range.start.line));
}
