import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@hermes-runtime/schemas';
import type { CodeAction } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectMethod, type Inspection } from '../service/inspect.ts';
import { codesWithoutFix } from '../testing/codes-without-fix.ts';
import { Editor } from '../testing/editor.ts';

const broken = join(import.meta.dirname, '../../../agents-sample/broken');
const codes = readdirSync(broken, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const filesOf = (code: string): string[] => readdirSync(join(broken, code)).map((file) => `${code}/${file}`);
const texts = new Map(codes.flatMap((code) => filesOf(code)).map((file) => [file, readFileSync(join(broken, file), 'utf8')]));

/** What is not followed yet in the sample, a schedule, is meant. */
const hasFix = (code: string): boolean => !Object.hasOwn(codesWithoutFix, code) && code !== 'not-yet-enforced';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start(Object.fromEntries(texts));
  for (const file of texts.keys()) await editor.open(file);
  await editor.symbols();
});
afterAll(async () => editor.close());

const problemsIn = async (file: string): Promise<readonly Problem[]> => (await editor.ask<Inspection>(inspectMethod, file)).problems;
/** A hint is advice about what was there before too. */
const counts = (left: Problem, code: string): boolean => left.severity !== 'hint' || left.code === code;
const isFix = ({ kind, command, title }: CodeAction): boolean =>
  kind === 'quickfix' && command === undefined && !title.startsWith('Ignore ');

it('mends every broken sample with each of its fixes, and breaks nothing else', async () => {
  const golden: string[] = [];
  for (const code of codes) {
    const files = filesOf(code);
    const before = await Promise.all(files.map(async (file) => ({ file, problems: await problemsIn(file) })));
    const { file, problems } = before.find((one) => one.problems.length > 0) ?? { file: '', problems: [] };
    const actions = (await editor.actions(file, problems[0]?.range.start ?? { line: 0, character: 0 })).filter((action) => isFix(action));
    expect(actions.length > 0, code).toBe(hasFix(code));
    for (const action of actions) {
      const applied = editor.applied(action);
      golden.push(
        `${code}: ${action.title}`,
        ...Object.entries(applied).flatMap(([name, text]) => changes(name, texts.get(name) ?? '', text)),
        '',
      );
      for (const [name, text] of Object.entries(applied)) await editor.replace(name, text);
      for (const name of new Set([...files, ...Object.keys(applied)]))
        expect(
          (await problemsIn(name)).filter((left) => counts(left, code)),
          `${code}: ${action.title}\n${applied[name]}`,
        ).toEqual([]);
      for (const name of Object.keys(applied)) await restore(name);
    }
  }
  await expect(golden.join('\n')).toMatchFileSnapshot('../../testdata/fixes-of-broken-samples.txt');
});

async function restore(file: string): Promise<void> {
  const text = texts.get(file);
  if (text === undefined) await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: editor.uri(file) } });
  else await editor.replace(file, text);
}

/** The lines that differ, as a person reads them. */
function changes(file: string, before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let top = 0;
  while (top < Math.min(old.length, now.length) && old[top] === now[top]) top += 1;
  let bottom = 0;
  while (bottom < Math.min(old.length, now.length) - top && old.at(-1 - bottom) === now.at(-1 - bottom)) bottom += 1;
  const cut = (lines: readonly string[], sign: string): string[] =>
    lines.slice(top, lines.length - bottom).map((line) => `${sign} ${line}`.trimEnd());
  return [`  ${file.split('/').at(-1)}:${top + 1}`, ...cut(old, '  -'), ...cut(now, '  +')];
}
