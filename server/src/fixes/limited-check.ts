import type { FixContext } from './quick-fix.ts';

/** Characters of a descriptor that are read for one question of an editor, all tries together. */
const maxRead = 600_000;
/** A large file gets a few tries all the same, and a small one no more than anybody would read through. */
const minTries = 8;
const maxTries = 64;

/**
 * Editors ask for fixes at every move of the cursor, and each try checks the whole agent: after so many of them nothing is proven any more.
 * What was tried is not tried again.
 */
export function limitedCheck(textLength: number, check: FixContext['checkWith']): FixContext['checkWith'] {
  const tries = Math.min(maxTries, Math.max(minTries, Math.floor(maxRead / Math.max(1, textLength))));
  const known = new Map<string, ReturnType<typeof check>>();
  return (texts) => {
    const key = JSON.stringify([...texts]);
    if (known.has(key)) return known.get(key);
    if (known.size >= tries) return undefined;
    const found = check(texts);
    known.set(key, found);
    return found;
  };
}
