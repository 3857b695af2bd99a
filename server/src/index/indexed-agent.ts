import type { AgentDescriptor, CheckedAgent } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import type { EditorFolder } from './editor-folder.ts';
import type { KeptFields } from './kept-fields.ts';
import type { LastGood } from './last-good.ts';

/** One agent that is known, open or not. */
export type IndexedAgent = {
  /** The workspace folder that it lies in, or its own folder; problems' paths are relative to it. */
  readonly root: string;
  /** Absolute. */
  readonly folder: string;
  readonly files: EditorFolder;
  descriptor?: AgentDescriptor;
  problems: readonly Problem[];
  /** What it was called at the last check. */
  name?: unknown;
  /** What the last check found, for the next one to build on. */
  checked?: CheckedAgent;
  /** Where its code names fields, once somebody asked for one. */
  fields?: KeptFields;
  /** What was said of its code when that was last whole; only while somebody has a file of it open. */
  lastGood?: LastGood | undefined;
  /** What of it still stands, though nothing says so while the code is broken. */
  kept: readonly Problem[];
};

/** What is wrong in one file, by its absolute path. */
export type FileProblems = {
  readonly path: string;
  readonly root: string;
  readonly problems: readonly Problem[];
  /** To be shown as well: what was said before somebody began to type, and cannot be told at the moment. */
  readonly kept: readonly Problem[];
};
