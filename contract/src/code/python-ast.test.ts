import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parser } from '@lezer/python';
import { functionsIn, pythonFunction } from './python/function-facts.ts';
import { createSource } from './source.ts';

/** What CPython itself says of the top-level functions of its own library; files that it cannot compile are left out. */
const oracle = `
import ast, json, os, sysconfig, warnings
warnings.simplefilter("ignore")
root = sysconfig.get_paths()["stdlib"]
files = sorted(os.path.join(folder, name) for folder, folders, names in os.walk(root) for name in names
               if name.endswith(".py") and "site-packages" not in folder and "lib2to3" not in folder and "bad" not in name)
out = []
for path in files[:: max(1, len(files) // 150)]:
    try:
        text = open(path, encoding="utf-8").read()
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        continue
    if len(text) > 60000:
        continue
    functions = []
    for node in tree.body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        a = node.args
        positional = a.posonlyargs + a.args
        first = len(positional) - len(a.defaults)
        parameters = [[p.arg, "positional", i >= first] for i, p in enumerate(positional)]
        parameters += [[a.vararg.arg, "rest", True]] if a.vararg else []
        parameters += [[p.arg, "keyword", d is not None] for p, d in zip(a.kwonlyargs, a.kw_defaults)]
        parameters += [[a.kwarg.arg, "keywords", True]] if a.kwarg else []
        own = [node]
        generator = False
        while own:
            for child in ast.iter_child_nodes(own.pop()):
                generator = generator or isinstance(child, (ast.Yield, ast.YieldFrom))
                if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
                    own.append(child)
        functions.append([node.name, node.lineno - 1, isinstance(node, ast.AsyncFunctionDef), generator, bool(node.decorator_list), parameters])
    out.append([path, functions])
print(json.dumps(out))
`;

type OracleFunction = [
  name: string,
  line: number,
  async: boolean,
  generator: boolean,
  decorated: boolean,
  parameters: [string, string, boolean][],
];

/** undefined where there is no python3. */
function askPython(): [path: string, functions: OracleFunction[]][] | undefined {
  try {
    return JSON.parse(
      execFileSync('python3', ['-I', '-c', oracle], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] }),
    ) as [string, OracleFunction[]][];
  } catch (error) {
    // No python3 on this machine: the test says so. Any other failure is one.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

describe('headers of functions, beside what CPython reads in its own library', () => {
  let answers: ReturnType<typeof askPython>;
  beforeAll(() => {
    answers = askPython();
  }, 60_000);
  afterAll(() => {
    answers = undefined;
  });

  it('are the same for every top-level function (not run where there is no python3)', (context) => {
    if (answers === undefined) return context.skip('there is no python3 here');
    const mismatches: string[] = [];
    let compared = 0;
    for (const [path, expected] of answers) {
      const text = readFileSync(path, 'utf8');
      const source = createSource(text, parser.parse(text), () => false);
      // A gap of the grammar may hoist what stands after it; such files have an error and nothing is said about them.
      if (source.brokenIn(0, text.length)) continue;
      const found = functionsIn(source.root).map((node): OracleFunction => {
        const name = node.getChild('VariableName');
        const facts = pythonFunction(source, node);
        const parameters = facts.parameters.map(({ name: parameter, kind, optional }): [string, string, boolean] => [
          parameter,
          kind,
          optional,
        ]);
        return [name ? source.textOf(name) : '', facts.header.start.line, facts.async, facts.generator, facts.decorated, parameters];
      });
      compared += found.length;
      if (JSON.stringify(found) !== JSON.stringify(expected)) mismatches.push(path);
    }
    expect(mismatches).toEqual([]);
    expect(compared).toBeGreaterThan(200);
    return undefined;
  });
});
