/** Whether a path, relative to the agent's folder with `/`, is no part of the agent. */
export type IgnoreRules = (path: string, kind: 'file' | 'folder') => boolean;

/** Never part of an agent: tools' own folders, caches, and what an interpreter writes beside the code. */
const always: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.hermes-runtime',
  '.venv',
  'venv',
  'node_modules',
  '__pycache__',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.tox',
  '.idea',
  '.vscode',
  '.DS_Store',
]);

type Rule = { readonly pattern: RegExp; readonly negated: boolean; readonly foldersOnly: boolean };

/** The basics of `.gitignore`: comments, `!`, a leading and a trailing `/`, `*`, `**`, `?`. The last rule that matches wins. */
export function ignoreRules(gitignore: string): IgnoreRules {
  const rules = gitignore
    .split('\n')
    .map(parseRule)
    .filter((rule) => rule !== undefined);
  return (path, kind) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (always.has(name) || name.endsWith('.pyc')) return true;
    let ignored = false;
    for (const { pattern, negated, foldersOnly } of rules) {
      if (foldersOnly && kind !== 'folder') continue;
      if (pattern.test(path)) ignored = !negated;
    }
    return ignored;
  };
}

function parseRule(line: string): Rule | undefined {
  const text = line.replace(/\r$/, '').replace(/\s+$/, '');
  if (text === '' || text.startsWith('#')) return undefined;
  const negated = text.startsWith('!');
  const body = negated ? text.slice(1) : text;
  const foldersOnly = body.endsWith('/');
  const path = foldersOnly ? body.slice(0, -1) : body;
  const anchored = path.includes('/');
  const source = globSource(path.replace(/^\//, ''));
  return { pattern: new RegExp(anchored ? `^${source}$` : `(^|/)${source}$`), negated, foldersOnly };
}

/** A glob as the source of a regular expression; runs of `*` collapse, so that no pattern backtracks without end. */
export function globSource(glob: string): string {
  return glob
    .replaceAll(/\*{3,}/g, '**')
    .split(/(\*\*\/|\/\*\*$|\*\*|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '/**') return '(?:/.*)?';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      return part.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
    })
    .join('');
}
