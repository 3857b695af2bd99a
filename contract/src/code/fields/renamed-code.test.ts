import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { indexLines } from '../../descriptor/line-index.ts';
import { localModules } from '../local-modules.ts';
import type { FieldUse } from './field-facts.ts';
import { misleadingJavascript, misleadingOutputs, misleadingPython, type Files } from './misleading-code.ts';
import { readAgentFields } from './read-fields.ts';

// Renames a field in code that was written to mislead, and runs both: what is not refused must give the same result.

const rest = { home: { city: 'X', street: 'S' }, items: [{ city: 'A' }, { city: 'B' }] };
type Field = Pick<FieldUse, 'side'> & { readonly name: string };

const city: Field = { side: 'input', name: 'city' };

const isIt = ({ side, path }: Pick<FieldUse, 'side' | 'path'>, field: Field): boolean =>
  side === field.side && path.length === 1 && path[0] === field.name;

/** The files with another name for the field; undefined where that is refused. */
function renamed(files: Files, language: 'python' | 'javascript', field: Field): Files | undefined {
  const [entry = ''] = Object.keys(files);
  const stat = (path: string): { kind: 'file'; executable: boolean; inside: boolean } | undefined =>
    files[path] === undefined ? undefined : { kind: 'file', executable: false, inside: true };
  const facts = readAgentFields({ file: entry, text: files[entry] ?? '' }, language, {
    readText: (file) => files[file],
    filesOf: localModules({ stat }, entry, language).filesOf,
    list: () => Object.keys(files),
  });
  const uses = facts.files.flatMap((one) => one.uses.map((use) => ({ ...use, file: one.file })));
  const leaks = facts.files.flatMap((one) => one.leaks);
  const isDoubtful = leaks.some(
    ({ side, path, beside }) => side === field.side && path.length === 0 && beside?.includes(field.name) !== true,
  );
  const isShared = uses.some(
    (use) =>
      isIt(use, field) &&
      uses.some(
        (other) =>
          !isIt(other, field) &&
          other.file === use.file &&
          other.range.start.line === use.range.start.line &&
          other.range.start.character === use.range.start.character,
      ),
  );
  if (!facts.parses || !facts.found || isDoubtful || isShared) return undefined;
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      const lines = indexLines(text);
      const places = new Map(
        uses.flatMap((use) => (use.file === file && isIt(use, field) ? [[lines.offsetAt(use.range.start), use] as const] : [])),
      );
      const written = [...places]
        .toSorted(([one], [other]) => other - one)
        .reduce(
          (at, [from, { form, range }]) =>
            at.slice(0, from) + (form === 'shorthand' ? `town: ${field.name}` : 'town') + at.slice(lines.offsetAt(range.end)),
          text,
        );
      return [file, written];
    }),
  );
}

const runPython = `import importlib, json, sys
folder, count, names = sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])
sys.dont_write_bytecode = True
for index in range(count):
    for side in ("before", "after"):
        path = f"{folder}/{index}/{side}"
        sys.path.insert(0, path)
        importlib.invalidate_caches()
        try:
            result = json.dumps(importlib.import_module("main").execute(json.loads(sys.argv[4 if side == "before" else 5])))
        except Exception as error:
            result = repr(error)
        print(json.dumps(result))
        sys.path.remove(path)
        for name in names:
            sys.modules.pop(name, None)
`;
const runJavascript = `const [folder, count, , before, after] = process.argv.slice(1);
for (let index = 0; index < Number(count); index += 1)
  for (const [side, input] of [['before', before], ['after', after]]) {
    let result;
    try {
      result = JSON.stringify((await import(\`\${folder}/\${index}/\${side}/main.mjs\`)).execute(JSON.parse(input)));
    } catch (error) {
      result = String(error);
    }
    console.log(JSON.stringify(result ?? null));
  }
`;

/** Runs each pair of files with the input that it takes, and gives those that do not do the same. */
function compare(cases: readonly Files[], language: 'python' | 'javascript', field = city): { same: number; different: unknown[] } {
  const pairs = cases.flatMap((before) => {
    const after = renamed(before, language, field);
    return after === undefined ? [] : [{ before, after }];
  });
  const folder = mkdtempSync(join(tmpdir(), 'hermes-renamed-'));
  try {
    for (const [index, pair] of pairs.entries())
      for (const [side, files] of Object.entries(pair)) {
        mkdirSync(join(folder, String(index), side), { recursive: true });
        for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, String(index), side, file), text);
      }
    const names = JSON.stringify(['main', 'lib', 'other']);
    const inputs = [JSON.stringify({ city: 'Rome', ...rest }), JSON.stringify({ [field === city ? 'town' : 'city']: 'Rome', ...rest })];
    const [program, start] =
      language === 'python' ? ['python3', ['-c', runPython]] : [process.execPath, ['--input-type=module', '-e', runJavascript]];
    const { stdout } = spawnSync(program, [...start, folder, String(pairs.length), names, ...inputs], { encoding: 'utf8' });
    const results = stdout.trim().split('\n');
    expect(results).toHaveLength(2 * pairs.length);
    const different = pairs.flatMap(({ after }, index) => {
      const [before, later] = results.slice(2 * index, 2 * index + 2);
      const wanted = field === city ? before : before?.replace(`\\"${field.name}\\":`, String.raw`\"town\":`);
      return wanted === later && !before?.includes('Error') ? [] : [{ before, later, after }];
    });
    return { same: pairs.length - different.length, different };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('leaves Python doing the same where a field is renamed', { timeout: 60_000 }, () => {
  expect(compare(misleadingPython, 'python')).toEqual({ same: 20, different: [] });
});

it('leaves JavaScript doing the same where a field is renamed', { timeout: 60_000 }, () => {
  expect(compare(misleadingJavascript, 'javascript')).toEqual({ same: 27, different: [] });
});

it('leaves the output of Python the same but for its name', { timeout: 60_000 }, () => {
  expect(compare(misleadingOutputs, 'python', { side: 'output', name: 'text' })).toEqual({ same: 17, different: [] });
});
