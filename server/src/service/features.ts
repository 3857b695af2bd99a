import type { ServerCapabilities } from 'vscode-languageserver/node';
import { documentSymbols } from './document-symbols.ts';
import type { Feature } from './feature.ts';

/** What the server answers beside what `connection.ts` names itself. */
export const features: readonly Feature[] = [documentSymbols];

export const featureCapabilities: ServerCapabilities = {};
for (const { capabilities } of features) Object.assign(featureCapabilities, capabilities);
