import { validateAgentFile, type Problem } from '@hermes-runtime/schemas';
import type { AgentFolder } from './agent-folder.ts';
import type { AgentDescriptor } from './descriptor/agent-descriptor.ts';
import { parseYaml } from './descriptor/parse-yaml.ts';
import { recogniseAgent } from './descriptor/recognise-agent.ts';
import type { YamlSource } from './descriptor/yaml-source.ts';
import { checkCode } from './rules/code/check-code.ts';
import { checkDependencies } from './rules/dependencies/check-dependencies.ts';
import { descriptorRules } from './rules/descriptor-rules.ts';
import { pathInFolder, type RuleContext } from './rules/rule.ts';
import { unreadableFile } from './rules/unreadable-file.ts';
import { inFileOrder } from './problem-order.ts';
import { isMap } from './value.ts';

export type CheckedAgent = {
  /** Undefined when the folder holds no agent of ours, and when nobody can tell: then the only problem is that it cannot be read. */
  readonly descriptor?: AgentDescriptor;
  readonly problems: readonly Problem[];
};

const names = ['agent.yaml', 'agent.yml'];

/** All that can be said about an agent without running it. Pure; the same answer in editor, CLI and runtime. */
export function checkAgent(folder: AgentFolder): CheckedAgent {
  for (const file of names) {
    const text = folder.readText(file);
    if (text === undefined) {
      const fact = folder.stat(file);
      if (fact?.kind === 'file' && fact.readable === false) return { problems: [unreadableFile(pathInFolder(folder, file))] };
      continue;
    }
    const yaml = parseYaml(text);
    return recogniseAgent(yaml) ? check(folder, file, yaml) : { problems: [] };
  }
  return { problems: [] };
}

function check(folder: AgentFolder, file: string, yaml: YamlSource): CheckedAgent {
  const path = pathInFolder(folder, file);
  const ofYaml = yaml.problems.map((problem) => ({
    ...problem,
    path,
    ...(problem.related === undefined ? {} : { related: problem.related.map((place) => ({ ...place, path })) }),
  }));
  const value = isMap(yaml.value) ? yaml.value : {};
  const descriptor: AgentDescriptor = { file, value, yaml, ...(ofYaml.length === 0 && validateAgentFile(value) ? { agent: value } : {}) };
  if (!isMap(yaml.value)) return { descriptor, problems: ofYaml };

  const context: RuleContext = { folder, descriptor };
  const mended = yaml.mendedLine;
  const rules = mended === undefined ? descriptorRules : descriptorRules.filter(({ local }) => local === true);
  const found = [...rules.flatMap((rule) => rule.check(context)), ...checkDependencies(context), ...checkCode(context)];
  // What stands on a broken line, or beside an alias that has no value, is a consequence.
  const spoilt = new Set(ofYaml.filter(({ code }) => code === 'unknown-alias').map(({ range }) => range.start.line));
  if (mended !== undefined) spoilt.add(mended);
  const kept = found.filter((problem) => problem.path !== path || !spoilt.has(problem.range.start.line));
  return { descriptor, problems: inFileOrder([...ofYaml, ...kept]) };
}
