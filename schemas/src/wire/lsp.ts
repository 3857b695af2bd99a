/** Client to server: what the lens of each agent says after `▶ Run ·`, by the folder's absolute path. */
export type OutcomesParams = { readonly agents: Readonly<Record<string, { readonly text: string }>> };

export const outcomesMethod = 'hermesRuntime/outcomes';
