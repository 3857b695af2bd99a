#!/usr/bin/env node
// Plain JavaScript that Node 20 can read: what it starts needs a newer one, and this says so.
import { existsSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(`hermes-ui needs Node 22.19 or newer; this is ${process.versions.node} (${process.execPath}).`);
  process.exit(3);
}
/** What was built, else the source. */
const places = ['../dist/hermes-ui.mjs', '../../client/dist/ui/hermes-ui.mjs', '../src/serve/main.ts'];
const found = places.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place));
if (found === undefined) {
  console.error('hermes-ui: its program is missing. Install again.');
  process.exit(3);
}
await import(found.href);
