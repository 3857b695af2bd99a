import type { AgentSource } from '../ports.ts';
import type { AgentEntry } from './agent-entry.ts';

/** One agent as lists show it. */
export type ListedAgent = Pick<AgentEntry, 'folder' | 'name' | 'file' | 'serving' | 'state' | 'problems'>;

/** The agents that the API knows: those of this machine's registry, and those of another where attempts run there. */
export type AgentDirectory = AgentSource & {
  readonly entries: readonly ListedAgent[];
  readonly roots: readonly string[];
  readonly addRoot: (path: string) => number;
  readonly settled: () => Promise<void>;
  readonly fresh: (name: string, path?: string) => Promise<void>;
  /** After an installation. */
  readonly reload: (path: string) => Promise<void>;
};
