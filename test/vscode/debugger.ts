import { until } from './until.ts';
import type { Window } from './window.ts';

export type Stop = { readonly path: string; readonly line: number };

/** Where the debugger stands, once it does. */
export async function whereStopped(window: Window, ms = 60_000): Promise<Stop> {
  return until(
    'the debugger stops',
    async () =>
      window.vs(async (vscode) => {
        const item = vscode.debug.activeStackItem;
        const session = vscode.debug.activeDebugSession;
        if (!session || !item || !('frameId' in item)) return undefined;
        const { stackFrames } = await session.customRequest('stackTrace', { threadId: item.threadId });
        const top = stackFrames.find((frame: { source?: { path?: string } }) => frame.source?.path !== undefined);
        return top && { path: String(top.source.path), line: Number(top.line) };
      }),
    ms,
  );
}

/** What an expression is in the frame where it stands. */
export async function valueThere(window: Window, expression: string): Promise<string> {
  return window.vs(async (vscode, text) => {
    const item = vscode.debug.activeStackItem;
    const frameId = item && 'frameId' in item ? item.frameId : undefined;
    const answer = await vscode.debug.activeDebugSession?.customRequest('evaluate', { expression: text, frameId, context: 'watch' });
    return String(answer?.result);
  }, expression);
}

/** Goes on until the debugger's bar is gone. */
export async function letItEnd(window: Window): Promise<void> {
  await window.command('workbench.action.debug.continue');
  await window.page.locator('.debug-toolbar').waitFor({ state: 'hidden', timeout: 60_000 });
}
