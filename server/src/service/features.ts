import type { ServerCapabilities } from 'vscode-languageserver/node';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import type { Feature } from './feature.ts';
import { foldingRanges } from './folding-ranges.ts';
import { inlayHints } from './inlay-hints.ts';
import { inspect } from './inspect.ts';
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
];

export const featureCapabilities: ServerCapabilities = {};
for (const { capabilities } of features) Object.assign(featureCapabilities, capabilities);
