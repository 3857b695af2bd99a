import type { FromPanel, ToPanel } from '@hermes-runtime/schemas';

/** Where the trace screen lives: an editor's panel, or the console's task page. Nothing else here touches the outside. */
export type Host = {
  readonly send: (message: FromPanel) => void;
  readonly onMessage: (listener: (message: ToPanel) => void) => void;
  /** The editor opens source lines; a browser shows them as text. */
  readonly canOpen: boolean;
  /** An address that has an editor debug the task; absent in the editor itself. */
  readonly debugLink?: string;
};

type VsCodeApi = { readonly postMessage: (message: FromPanel) => void };

declare const acquireVsCodeApi: () => VsCodeApi;

export function editorHost(): Host {
  const api = acquireVsCodeApi();
  return {
    canOpen: true,
    send: (message) => api.postMessage(message),
    onMessage: (listener) =>
      window.addEventListener('message', (event: MessageEvent<ToPanel>) => {
        // Only the editor's own frame speaks to a webview; pages inside frames have another source.
        if (typeof event.data === 'object' && event.data !== null && 'type' in event.data) listener(event.data);
      }),
  };
}
