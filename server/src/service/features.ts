import type { ServerCapabilities } from 'vscode-languageserver/node';
import { documentSymbols } from './document-symbols.ts';
import type { Feature } from './feature.ts';
import { inspect } from './inspect.ts';

/** What the server answers beside what `connection.ts` names itself. */
export const features: readonly Feature[] = [inspect, documentSymbols];

export const featureCapabilities: ServerCapabilities = {};
for (const { capabilities } of features) Object.assign(featureCapabilities, capabilities);
