import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Which built program this is: where it lies, and what lay there when it was asked. */
export type Build = { readonly entry: string; readonly digest: string };

/** The first file of a bundle names all others by their content, so that it changes whenever one of them does. */
export function buildOf(entry: string): Build | undefined {
  try {
    return { entry, digest: hash('sha256', readFileSync(entry)).slice(0, 16) };
  } catch {
    // It is being built anew, or lies elsewhere in a program that has a runtime inside: then nothing is compared.
    return undefined;
  }
}

/** Whether the same program was built anew since. Copies in other places are none of each other's business. */
export function isStale(running: Build | undefined, own: Build | undefined): boolean {
  return running !== undefined && own !== undefined && running.entry === own.entry && running.digest !== own.digest;
}
