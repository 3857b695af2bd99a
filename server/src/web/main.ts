import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { pathOf, uriOf } from './addresses.ts';
import { FileMirror } from './file-mirror.ts';
import { serveMirror } from './serve-mirror.ts';

/** The worker's own end of its channel; the room's other files have Node's types, which know no workers of a browser. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

// The entry of the bundle that an editor without a machine behind it starts as a web worker.
const mirror = new FileMirror();
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self));
serveMirror(connection, { disk: mirror, pathOf, uriOf, pageOf: () => undefined }, mirror);
