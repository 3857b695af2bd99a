import type { InstalledPackage } from '../agent-folder.ts';

/** A valid agent: its files by their paths, `agent.yaml` among them. */
export type ValidAgent = { readonly name: string; readonly files: Readonly<Record<string, string>> };

/** A valid agent with a single mistake in it. */
export type Mutation = {
  /** Which agent, what was done, and where. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly installed?: readonly InstalledPackage[];
  /** The one problem that there is to be. */
  readonly code: string;
  readonly file: string;
  /** From 0, in the text with the mistake. */
  readonly line: number;
};

/** Makes mistakes of one kind in an agent, as many as there are places for them. */
export type Mutator = (agent: ValidAgent) => readonly Mutation[];

/** The agent with one file changed. */
export function changed(agent: ValidAgent, what: string, change: { file?: string; text: string; code: string; line: number }): Mutation {
  const { file = 'agent.yaml', text, code, line } = change;
  return { name: `${agent.name}: ${what}`, files: { ...agent.files, [file]: text }, code, file, line };
}
