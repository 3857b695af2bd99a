import {
  codeLanguageOf,
  normalEntrypoint,
  own,
  valueAt,
  type AgentDescriptor,
  type CodeFacts,
  type Definition,
} from '@hermes-runtime/contract';
import type { FileEdits, FixContext } from '../fixes/quick-fix.ts';

/** An agent's descriptor beside its `execute`, where there is exactly one and its text can be followed. */
export type RefactoringSubject = {
  readonly descriptor: AgentDescriptor;
  readonly yamlPath: string;
  readonly codePath: string;
  readonly text: string;
  readonly language: CodeFacts['language'];
  readonly facts: CodeFacts;
  readonly execute: NonNullable<Definition['function']>;
};

/** A change that nobody has to make: it is offered, and makes no problem. */
export type Refactoring = { readonly title: string; readonly edits: readonly FileEdits[] };

export function refactoringSubject({ agent, yamlPath, textOf }: FixContext): RefactoringSubject | undefined {
  const entrypoint = agent === undefined ? undefined : valueAt(agent.descriptor.value, ['runtime', 'entrypoint']);
  if (agent === undefined || typeof entrypoint !== 'string' || agent.descriptor.yaml.mendedLine !== undefined) return undefined;
  const file = normalEntrypoint(entrypoint);
  const language = codeLanguageOf(file);
  const fits = own(agent.descriptor.value['runtime'], 'type') === (language === 'python' ? 'python' : 'nodejs');
  // A path that leads out of the folder is not followed.
  if (language === undefined || !fits || agent.files.stat(file)?.inside !== true) return undefined;
  const codePath = agent.inFolder(file);
  const text = textOf(codePath);
  const facts = text === undefined ? undefined : agent.files.readCode?.(text, language);
  const [definition, ...others] = facts?.definitions ?? [];
  const execute = definition?.function;
  if (text === undefined || facts === undefined || execute === undefined || others.length > 0 || definition?.conditional === true)
    return undefined;
  if (execute.broken || execute.decorated || execute.generator) return undefined;
  return { descriptor: agent.descriptor, yamlPath, codePath, text, language, facts, execute };
}
