import { describe, expect, it } from 'vitest';
import { checkCode } from './check-code.ts';
import { checkJavascript, checkPython } from './check-entrypoint.ts';
import { contextOf, folderOf } from './problem-picture.ts';

const inExecute = (...lines: readonly string[]): string =>
  ['import os', 'def execute(input_data):', ...lines.map((line) => `    ${line}`), '    return {}', ''].join('\n');

describe('a variable of the host that Python asks for', () => {
  it('is marked with the whole expression', () => {
    expect(checkPython(inExecute('token = os.environ["NOTION_TOKEN"]'), '')).toBe(
      [
        '    token = os.environ["NOTION_TOKEN"]',
        '            ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning environment-read: Agents cannot see the host environment. Take NOTION_TOKEN from the input.',
      ].join('\n'),
    );
  });

  it.each([
    ['get', 'import os\nx = os.environ.get("TOKEN")\ndef execute(i): return {}\n'],
    ['getenv', 'import os\nx = os.getenv("TOKEN")\ndef execute(i): return {}\n'],
    ['another name for os', 'import os as o\nx = o.getenv("TOKEN")\ndef execute(i): return {}\n'],
    ['an imported environ', 'from os import environ\nx = environ["TOKEN"]\ndef execute(i): return {}\n'],
    ['an imported getenv', 'from os import getenv as g, path\nx = g("TOKEN")\ndef execute(i): return {}\n'],
    ['a submodule import', 'import os.path\nx = os.environ["TOKEN"]\ndef execute(i): return {}\n'],
    ['a function that execute calls', 'import os\ndef token(): return os.environ["TOKEN"]\ndef execute(i): return f(token())\n'],
    ['a function that another calls', 'import os\ndef a(): return os.environ["TOKEN"]\ndef b(): return a()\ndef execute(i): return b()\n'],
    [
      'a method of a class that is used',
      'import os\nclass C:\n    def f(self): return os.environ["TOKEN"]\ndef execute(i): return C().f()\n',
    ],
    ['a name that is computed', 'import os\ndef execute(i): return f(os.environ[i["k"]])\n'],
  ])('is found by %s', (_, code) => {
    expect(checkPython(code, '')).toContain('warning environment-read');
  });

  it('is only hinted at when the whole module has a default for it', () => {
    expect(checkPython('import os\nP = os.environ.get("P", "/x")\ndef execute(i): return {}\n', '')).toContain('hint environment-read');
    expect(checkPython('import os\nP = os.getenv("P") or "/x"\ndef execute(i): return {}\n', '')).toContain('hint environment-read');
    expect(checkPython(inExecute('os.environ.get("P", "/x")'), '')).toContain('warning environment-read');
  });

  it.each([
    ['a variable is set', inExecute('os.environ["A"] = "1"')],
    ['a default is set', inExecute('os.environ.setdefault("A", "1")')],
    ['a variable is removed', inExecute('del os.environ["A"]')],
    ['the code sets it itself', inExecute('os.environ["A"] = input_data["a"]\n    return f(os.environ["A"])')],
    ['the code sets it where it is absent', 'import os\nos.environ.setdefault("A", "1")\nx = os.environ["A"]\ndef execute(i): return {}\n'],
    ['the code fills the environment', inExecute('os.environ.update(input_data["env"])\n    return f(os.environ["A"])')],
    ['the code sets what it does not name', inExecute('os.environ[key(input_data["a"])] = "1"\n    return f(os.environ["A"])')],
    ['a function only gets a mark', 'import os\ndef other(): return os.environ["A"]\nother.title = "x"\ndef execute(i): return {}\n'],
    ['the environment is handed on', inExecute('subprocess.run(x, env={**os.environ, "A": "1"})')],
    ['it is copied', inExecute('env = os.environ.copy()')],
    ['it is asked whether it has a variable', inExecute('if "A" in os.environ: pass')],
    ['the runtime sets the variable', inExecute('os.environ["PATH"]; os.environ.get("HERMES_TASK_ID")')],
    ['os is something else', 'os = fake()\nx = os.environ["A"]\ndef execute(i): return {}\n'],
    ['os is given another meaning later', 'import os\nos = fake()\nx = os.environ["A"]\ndef execute(i): return {}\n'],
    ['os is a parameter', 'import os\ndef execute(os): return os.environ["A"]\n'],
    ['os is not imported', 'x = os.environ["A"]\ndef execute(i): return {}\n'],
    ['nobody calls the function', 'import os\ndef main(): return os.environ["A"]\ndef execute(i): return {}\n'],
    ['only a script does it', 'import os\ndef execute(i): return {}\nif __name__ == "__main__":\n    execute({"a": os.environ["A"]})\n'],
    [
      'a function is for scripts only',
      'import os\ndef main(): os.environ["A"]\ndef execute(i): return {}\nif __name__ == "__main__":\n    main()\n',
    ],
    ['it is in a string', 'x = "os.environ[\'A\']"\ndef execute(i): return {}\n'],
    ['it is in a comment', 'import os  # os.environ["A"]\ndef execute(i): return {}\n'],
    ['the line is being typed', inExecute('x = os.environ["A')],
    ['another module has an environ', 'import other\nx = other.environ["A"]\ndef execute(i): return {}\n'],
  ])('is not spoken of when %s', (_, code) => {
    expect(checkPython(code, '')).toBe('');
  });
});

describe('a variable of the host that JavaScript asks for', () => {
  it('is marked with the whole expression', () => {
    expect(checkJavascript('export function execute(input) {\n  return { a: process.env.TOKEN };\n}\n', '')).toBe(
      [
        '  return { a: process.env.TOKEN };',
        '              ^^^^^^^^^^^^^^^^^ warning environment-read: Agents cannot see the host environment. Take TOKEN from the input.',
      ].join('\n'),
    );
  });

  it.each([
    'const t = process.env["TOKEN"];',
    'const t = process.env?.TOKEN;',
    'const { TOKEN } = process.env;',
    'const { TOKEN: t = 1 } = process.env;',
    'import { env } from "node:process"; const t = env.TOKEN;',
    'import { env as e } from "process"; const t = e.TOKEN;',
    'import p from "node:process"; const t = p.env.TOKEN;',
    'const { env } = process; const t = env.TOKEN;',
    'const env = process.env; const t = env.TOKEN;',
    'const p = require("process"); const t = p.env.TOKEN;',
    'const t = process.env[name];',
    'const token = () => process.env.TOKEN; const t = token();',
  ])('is found in %s', (line) => {
    expect(checkJavascript(`${line}\nexport const execute = (input) => ({});\n`, '')).toContain('environment-read');
  });

  it.each([
    'process.env.A = "1";',
    'delete process.env.A;',
    'process.env.A ??= "1"; f(process.env.A);',
    'process.env["A"] = input.a; f(process.env.A);',
    'Object.assign(process.env, input.env); f(process.env.A);',
    'spawn(x, { env: { ...process.env } });',
    'if ("A" in process.env) f();',
    'const t = process.env.NODE_ENV;',
    'const t = process.env.HERMES_TASK_ID;',
    'const process = fake(); const t = process.env.A;',
    'const t = other.process.env.A;',
    'const t = import.meta.env.A;',
    'function main() { return process.env.A; }',
    'if (require.main === module) { f(process.env.A); }',
    'const t = "process.env.A";',
    'const t = process.env.hasOwnProperty("A");',
    'const t = process.env["A',
  ])('is not spoken of: %s', (line) => {
    expect(checkJavascript(`${line}\nexport const execute = (input) => ({});\n`, '')).not.toContain('environment-read');
  });
});

describe('what the quick fix needs', () => {
  const dataOf = (file: string, code: string): unknown => {
    const type = file.endsWith('.py') ? 'python' : 'nodejs';
    const folder = folderOf({ 'agent.yaml': `name: a\nversion: 1.0.0\nruntime: { type: ${type}, entrypoint: ${file} }\n`, [file]: code });
    return checkCode(contextOf(folder)).problems[0]?.data;
  };

  it('is the property and the expression that reads it', () => {
    expect(dataOf('main.py', inExecute('x = os.environ["NOTION_TOKEN"]'))).toMatchObject({
      name: 'NOTION_TOKEN',
      property: 'notion_token',
      replacement: 'input_data["notion_token"]',
    });
    expect(dataOf('main.py', inExecute('x = os.getenv("A", "b")'))).toMatchObject({ replacement: 'input_data.get("a", "b")' });
    expect(dataOf('main.js', 'export const execute = (input) => f(process.env.A ?? 1);')).toMatchObject({ replacement: '(input.a ?? 1)' });
  });

  it('has no expression where the input is out of reach', () => {
    expect(dataOf('main.py', 'import os\nX = os.environ["A"]\ndef execute(i): return {}\n')).toMatchObject({ name: 'A', within: 'module' });
    expect(dataOf('main.py', 'import os\nX = os.environ["A"]\ndef execute(i): return {}\n')).not.toHaveProperty('replacement');
    expect(dataOf('main.js', 'export const execute = (input) => { const { A } = process.env; };')).not.toHaveProperty('replacement');
  });
});
