import type { InstalledPackage } from '@hermes-runtime/contract';
import type { AgentFile, Failure } from '@hermes-runtime/schemas';
import type { InstallEvent } from './install-environment.ts';

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

/** An agent as far as its environment goes. */
export type EnvironmentSubject = { readonly file: AgentFile; readonly folder: string };

/** What is installed where an agent of these dependencies would run, as far as that is known without starting anything; for `AgentFolder.installed`. */
export type InstalledIn = (
  agent: { readonly folder: string; readonly dependencies: readonly string[] },
  language: 'python' | 'nodejs',
) => readonly InstalledPackage[] | undefined;

export type EnvironmentWishes = {
  /** With what a debugger needs in the agent's process: to be found beside the packages, or to be installed and nothing else. @default false */
  readonly debugger?: boolean;
};

export type Environments = {
  /** Looks only; nothing is ever installed here. */
  readonly find: (agent: EnvironmentSubject, options?: EnvironmentWishes) => Promise<AgentEnvironment | MissingEnvironment>;
  /** Installs the agent's dependencies, after someone said yes. Stopping the iteration or the signal leaves nothing behind. */
  readonly install: (
    agent: EnvironmentSubject,
    options: EnvironmentWishes & { readonly signal: AbortSignal },
  ) => AsyncIterable<InstallEvent>;
  readonly installed: InstalledIn;
};
