import type { AgentFile } from '@hermes-runtime/schemas';
import type { FileError } from '../schema-check/file-errors.ts';
import type { YamlSource } from './yaml-source.ts';

/** `agent.yaml`, parsed: what is there, valid or not. */
export type AgentDescriptor = {
  /** The descriptor's own name in the agent's folder: `agent.yaml` or `agent.yml`. */
  readonly file: string;
  /** The file as it is; nothing in it has the right type for certain. */
  readonly value: Readonly<Record<string, unknown>>;
  /** What the schema of agent.yaml says against it. */
  readonly errors: readonly FileError[];
  /** The same value, typed: there when it fits the schema of agent.yaml. */
  readonly agent?: AgentFile;
  readonly yaml: YamlSource;
};
