import { valueAt, type AgentDescriptor } from '@hermes-runtime/contract';
import type { Position } from 'vscode-languageserver/node';
import { fieldsAt, ownerOf } from '../fields/find-field.ts';
import type { Look } from '../service/feature.ts';
import type { Pause } from '../service/pause.ts';
import { contractParagraphs } from './contract-text.ts';
import type { Explanation } from './explanation.ts';
import { fieldAt, fieldParagraphs } from './field-text.ts';

/** A field of an agent wherever else it is named: in a recorded test, in an expression, in a step of another agent. */
export async function fieldElsewhere(look: Look, uri: string, position: Position, pause: Pause): Promise<Explanation | undefined> {
  const pointed = await fieldsAt(look, uri, position, pause);
  if (pointed === undefined) return undefined;
  for (const named of pointed.fields) {
    const value = ownerOf(look, named)?.descriptor?.value;
    if (value === undefined || (named.side !== 'input' && named.side !== 'output')) continue;
    const field = fieldAt(named.side, value, named.path);
    if (field !== undefined) return { range: pointed.range, paragraphs: fieldParagraphs(field) };
  }
  return undefined;
}

/** The agent that a step runs. */
export async function agentOfStep(
  look: Look,
  { value, yaml }: AgentDescriptor,
  position: Position,
  pause: Pause,
): Promise<Explanation | undefined> {
  const target = yaml.pathAt(position);
  const [steps, index, key] = target?.path ?? [];
  if (target?.on !== 'value' || steps !== 'steps' || typeof index !== 'number' || key !== 'agent') return undefined;
  const name = String(valueAt(value, target.path)).replace(/@.*$/, '');
  await look.findSaying([name], pause);
  const found = look.workspace.agents.find(({ descriptor }) => descriptor?.value['name'] === name)?.descriptor;
  return found === undefined ? undefined : { range: target.range, paragraphs: contractParagraphs(found.value) };
}
