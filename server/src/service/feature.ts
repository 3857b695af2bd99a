import type { Problem } from '@hermes-runtime/schemas';
import type {
  ClientCapabilities,
  Connection,
  Diagnostic,
  ServerCapabilities,
  TextDocumentRegistrationOptions,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Documents } from '../documents.ts';
import type { IndexedAgent } from '../index/indexed-agent.ts';
import type { Workspace } from '../index/workspace.ts';
import type { Pause } from './pause.ts';

/** The words of a schema of ours in the person's language. */
export type Translate = (english: string) => string;

/** A file that is open, and the agent that it belongs to. */
export type Opened = { readonly path: string; readonly document: TextDocument; readonly agent: IndexedAgent | undefined };

/** What a feature may look at. */
export type Look = {
  /** Undefined for what is not open, or is no file. */
  readonly opened: (uri: string) => Opened | undefined;
  /** What is wrong with a file as it is now. */
  readonly problemsAt: (path: string) => readonly Problem[];
  /** A problem as the editor has it; `root` is what its paths are relative to. */
  readonly diagnosticOf: (problem: Problem, root: string) => Diagnostic;
  /** The page that explains a problem's code, where there is one. */
  readonly pageOf: (code: string) => string | undefined;
  /** Whether the editor knows the commands of our extension, and may run agents. */
  readonly commands: boolean;
  readonly workspace: Workspace;
  /** Looks at all that is left of the workspace; for questions that are about the whole of it. */
  readonly settle: () => void;
  /** Finds every agent whose descriptor has one of these words: less than all that is left, and others have their turn meanwhile. */
  readonly findSaying: (words: readonly string[], pause: Pause) => Promise<void>;
  readonly documents: Documents;
  /** The words of our schemas in the person's language. */
  readonly translate: Translate;
  readonly client: ClientCapabilities;
};

/** One kind of question that an editor asks, in a file of its own; `features.ts` lists them. */
export type Feature = {
  readonly capabilities: ServerCapabilities;
  /** For what must be offered in our own files alone: registered for these by itself instead, where the editor can do that. */
  readonly byItself?: {
    readonly method: string;
    readonly options: TextDocumentRegistrationOptions;
    readonly can: (client: ClientCapabilities) => boolean;
  };
  /** Registers its handlers. `look` gives undefined until the editor has said who it is; a handler then answers with nothing. */
  readonly listen: (connection: Connection, look: () => Look | undefined) => void;
};
