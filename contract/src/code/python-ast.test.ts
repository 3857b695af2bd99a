import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parser } from '@lezer/python';
import type { SyntaxNode } from '@lezer/common';
import { pythonFunction } from './python/function-facts.ts';
import { createSource, walk, type Source } from './source.ts';

/** `all`: every file of CPython's library, a minute or more; otherwise some of them, the same ones every time. */
const corpus = process.env['HERMES_CORPUS'] === 'all' ? 'all' : 'sample';

/** What CPython itself says of every function of its own library, at any depth; files that it cannot read or compile are left out. */
const oracle = `
import ast, json, os, random, sys, sysconfig, warnings
warnings.simplefilter("ignore")
root = sysconfig.get_paths()["stdlib"]
files = sorted(os.path.join(folder, name) for folder, folders, names in os.walk(root) for name in names
               if name.endswith(".py") and "site-packages" not in folder)
if sys.argv[1] != "all":
    files = random.Random(20260).sample(files, min(150, len(files)))
out = []
for path in files:
    try:
        text = open(path, encoding="utf-8").read()
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        continue
    if len(text) > 256 * 1024:
        continue
    functions = []
    top = set(map(id, tree.body))
    for node in ast.walk(tree):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        a = node.args
        positional = a.posonlyargs + a.args
        first = len(positional) - len(a.defaults)
        parameters = [[p.arg, "positional", i >= first] for i, p in enumerate(positional)]
        parameters += [[a.vararg.arg, "rest", True]] if a.vararg else []
        parameters += [[p.arg, "keyword", d is not None] for p, d in zip(a.kwonlyargs, a.kw_defaults)]
        parameters += [[a.kwarg.arg, "keywords", True]] if a.kwarg else []
        own = list(node.body)
        generator = False
        while own:
            at = own.pop()
            generator = generator or isinstance(at, (ast.Yield, ast.YieldFrom))
            if not isinstance(at, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
                own.extend(ast.iter_child_nodes(at))
        functions.append([node.lineno - 1, node.name, isinstance(node, ast.AsyncFunctionDef), generator, bool(node.decorator_list), parameters, id(node) in top])
    out.append([path, sorted(functions)])
print(json.dumps([sys.version.split()[0], out]))
`;

type OracleFunction = [
  line: number,
  name: string,
  async: boolean,
  generator: boolean,
  decorated: boolean,
  parameters: [string, string, boolean][],
  atTop: boolean,
];

type Answers = [version: string, files: [path: string, functions: OracleFunction[]][]];

/** undefined where there is no python3. */
function askPython(): Answers | undefined {
  try {
    const answer = execFileSync('python3', ['-I', '-X', 'utf8', '-c', oracle, corpus], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(answer) as Answers;
  } catch (error) {
    // No python3 on this machine: the test says so. Any other failure is one.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The same, as our reader has it. */
function functionsOf(source: Source): OracleFunction[] {
  const found: OracleFunction[] = [];
  walk(source.root, (at) => {
    if (at.name === 'FunctionDefinition') found.push(headerOf(source, at.node));
    return undefined;
  });
  return found;
}

function headerOf(source: Source, node: SyntaxNode): OracleFunction {
  const name = node.getChild('VariableName');
  const facts = pythonFunction(source, node);
  const statement = node.parent?.name === 'DecoratedStatement' ? node.parent : node;
  return [
    facts.header.start.line,
    name === null ? '' : source.textOf(name),
    facts.async,
    facts.generator,
    facts.decorated,
    facts.parameters.map(({ name: parameter, kind, optional }) => [parameter, kind, optional]),
    statement.parent?.name === 'Script',
  ];
}

/**
 * In a file with a gap of the grammar only the headers at the beginning of a line are compared:
 * a gap may hoist what stands after it, and our reader leaves alone an indented `def` that hangs at the top of the tree.
 */
function atLineStart(text: string, functions: readonly OracleFunction[]): OracleFunction[] {
  const lines = text.split(/\r\n|\r|\n/);
  return functions
    .filter(([line]) => /^(?:async[ \t]+)?def\b/.test(lines[line] ?? ''))
    .map(([line, name, async, , decorated, parameters]) => [line, name, async, false, decorated, parameters, true]);
}

describe('headers of functions, beside what CPython reads in its own library', () => {
  let answers: Answers | undefined;
  beforeAll(() => {
    answers = askPython();
  }, 600_000);
  afterAll(() => {
    answers = undefined;
  });

  it('are the same for every function (not run where there is no python3)', { timeout: 600_000 }, (context) => {
    if (answers === undefined) return context.skip('there is no python3 here');
    const [version, files] = answers;
    const mismatches: string[] = [];
    const counts = { functions: 0, withGaps: 0 };
    for (const [path, expected] of files) {
      const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
      const source = createSource(
        text,
        parser.parse(text),
        (error) => error.from === error.to && error.parent?.name.startsWith('Yield') === true,
      );
      const hasGap = source.brokenIn(0, text.length);
      const found = functionsOf(source).toSorted(([one], [other]) => one - other);
      const [mine, theirs] = hasGap ? [atLineStart(text, found), atLineStart(text, expected)] : [found, expected];
      counts.functions += theirs.length;
      if (hasGap) counts.withGaps += 1;
      const different = theirs.find((one, index) => JSON.stringify(one) !== JSON.stringify(mine[index])) ?? mine[theirs.length];
      if (different !== undefined) mismatches.push(`${path}:${different[0] + 1} ${different[1]}`);
    }
    console.log(
      `CPython ${version}, ${corpus}: ${counts.functions} functions in ${files.length} files, ${counts.withGaps} of them with a gap of the grammar; ${mismatches.length} headers differ`,
    );
    expect(mismatches).toEqual([]);
    expect(counts.functions).toBeGreaterThan(1000);
    expect(counts.withGaps).toBeLessThan(files.length / 10);
    return undefined;
  });
});
