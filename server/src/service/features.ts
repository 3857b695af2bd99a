import {
  ProtocolNotificationType,
  type TextDocumentRegistrationOptions,
  type ClientCapabilities,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import type { Feature } from './feature.ts';
import { foldingRanges } from './folding-ranges.ts';
import { inlayHints } from './inlay-hints.ts';
import { inspect } from './inspect.ts';
import { loadedLater } from './loaded-later.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';

/** What the server answers beside what `connection.ts` names itself. */
export const features: readonly Feature[] = [
  inspect,
  documentSymbols,
  foldingRanges,
  selectionRanges,
  documentLinks,
  inlayHints,
  semanticTokens,
  ...loadedLater,
];

/** What is announced to this editor at its start. */
export function capabilitiesFor(client: ClientCapabilities): ServerCapabilities {
  const announced: ServerCapabilities = {};
  for (const { capabilities, byItself } of features) if (byItself?.can(client) !== true) Object.assign(announced, capabilities);
  return announced;
}

/** Registers the rest, once the editor listens. */
export function registerRest(connection: Connection, client: ClientCapabilities): void {
  for (const { byItself } of features) {
    if (byItself?.can(client) !== true) continue;
    void connection.client
      .register(new ProtocolNotificationType<unknown, TextDocumentRegistrationOptions>(byItself.method), byItself.options)
      .catch(() => undefined /* The editor changed its mind, and does without. */);
  }
}
