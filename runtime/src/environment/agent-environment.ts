import type { Failure } from '@hermes-runtime/schemas';
import type { AgentVersion } from '../ports.ts';

/** What an agent's code needs beside its own files, found on this machine. */
export type AgentEnvironment = {
  readonly status: 'ready';
  /** The interpreter, absolute, links resolved, and arguments that always go before the program. */
  readonly interpreter: readonly string[];
  readonly languageVersion: string;
  /** Folders and files outside `/usr` without which the interpreter does not start. */
  readonly interpreterPaths: readonly string[];
  /** Folders with installed packages, absolute, in the order of preference. */
  readonly packages: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

export type MissingEnvironment = {
  readonly status: 'waiting';
  readonly waiting_for: 'interpreter' | 'dependencies';
  readonly missing: readonly string[];
  readonly failure: Failure;
};

export type Environments = {
  /** Looks only; nothing is ever installed here. */
  readonly find: (agent: AgentVersion) => Promise<AgentEnvironment | MissingEnvironment>;
};
