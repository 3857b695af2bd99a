import type { AgentSummary } from '@hermes-runtime/schemas';
import { basename } from 'node:path';
import type { AgentOutcomes } from '../engine/engine.ts';
import type { ListedAgent } from './agent-directory.ts';
import { secretPointers } from './secret-pointers.ts';

/** An agent as `GET /api/v1/agents` gives it; `undefined` before anything is known. */
export function agentSummary(entry: ListedAgent, outcomes: AgentOutcomes, rung: string): AgentSummary {
  const { file, serving, state, problems, folder } = entry;
  const shown = serving?.file ?? file;
  return {
    name: entry.name ?? basename(folder),
    version: shown?.version ?? '',
    path: folder,
    language: shown === undefined ? 'unknown' : (shown.runtime?.type ?? 'steps'),
    status: state.status === 'loaded' || state.status === 'rejected' ? state.status : 'waiting',
    problems: [...problems],
    rung,
    ...(shown?.description !== undefined && { description: shown.description }),
    ...(serving && { digest: serving.ref.digest }),
    ...(shown?.input_schema !== undefined && { input_schema: shown.input_schema, secret_fields: secretPointers(shown.input_schema) }),
    ...(shown?.output_schema !== undefined && { output_schema: shown.output_schema }),
    ...(shown?.examples && {
      examples: shown.examples.map(({ name, input, output }) => ({
        input,
        ...(name !== undefined && { name }),
        ...(output !== undefined && { output }),
      })),
    }),
    ...(state.status === 'waiting' && { waiting_for: state.waiting_for, missing_dependencies: [...state.missing], failure: state.failure }),
    ...(state.status === 'rejected' && state.failure && { failure: state.failure }),
    ...outcomes,
  };
}
