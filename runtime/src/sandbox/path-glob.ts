/**
 * `*` stands for a part of one name, `**` for any number of folders, `?` for one character.
 * What lies below a match is matched too: who may not read a folder may not read its files.
 */
export function matchesPath(path: string, glob: string): boolean {
  return matchParts(path.split('/'), 0, trimEnd(glob).split('/'), 0);
}

/** `x/**` and `x/` mean `x` and all below it. */
function trimEnd(glob: string): string {
  return glob.replace(/(?:\/\*\*)+\/?$/, '').replace(/\/+$/, '') || '/';
}

function matchParts(parts: readonly string[], at: number, glob: readonly string[], from: number): boolean {
  const pattern = glob[from];
  if (pattern === undefined) return true;
  if (pattern === '**') {
    for (let next = at; next <= parts.length; next += 1) if (matchParts(parts, next, glob, from + 1)) return true;
    return false;
  }
  const part = parts[at];
  return part !== undefined && matchName(part, pattern) && matchParts(parts, at + 1, glob, from + 1);
}

/** Without a regular expression: a configuration must not be able to make one that never ends. */
function matchName(name: string, pattern: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let retry = 0;
  while (at < name.length) {
    if (from < pattern.length && (pattern[from] === '?' || pattern[from] === name[at]) && pattern[from] !== '*') {
      at += 1;
      from += 1;
    } else if (pattern[from] === '*') {
      star = from;
      retry = at;
      from += 1;
    } else if (star >= 0) {
      retry += 1;
      at = retry;
      from = star + 1;
    } else return false;
  }
  while (pattern[from] === '*') from += 1;
  return from === pattern.length;
}
