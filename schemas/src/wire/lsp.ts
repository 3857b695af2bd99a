/** Client to server: what the lens of each agent says after `▶ Run ·`, by the folder's absolute path. */
export type OutcomesParams = { readonly agents: Readonly<Record<string, { readonly text: string }>> };

export const outcomesMethod = 'hermesRuntime/outcomes';

/** One file of a virtual file system. Without a text it is there, and nobody needs to read it. */
export type SentFile = { readonly uri: string; readonly text?: string };

/** Client to server in a web worker, which has no disk: what lies there now. What is gone takes all below it along. */
export type FilesParams = { readonly files: readonly SentFile[]; readonly gone: readonly string[] };

export const filesMethod = 'hermesRuntime/files';
