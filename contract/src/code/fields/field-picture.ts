import { indexLines } from '../../descriptor/line-index.ts';
import { localModules } from '../local-modules.ts';
import { codeLanguageOf } from '../read-code.ts';
import { readAgentFields } from './read-fields.ts';

/** In the texts of tests, `[[key]]` is a key of the input and `<<key>>` one of the output. */
const marks = /\[\[([\w$-]+)\]\]|<<([\w$-]+)>>/g;

export type FieldPicture = {
  /** The same files with the marks that the facts give. */
  readonly drawn: Readonly<Record<string, string>>;
  /** What goes out of sight of the whole input or output: side, reason, file. */
  readonly leaks: readonly string[];
};

/** What is found in the files of an agent whose first one is the entrypoint. For tests. */
export function fieldPicture(marked: Readonly<Record<string, string>>): FieldPicture {
  const texts = Object.fromEntries(
    Object.entries(marked).map(([file, text]) => [
      file,
      text.replaceAll(marks, (_, input?: string, output?: string) => input ?? output ?? ''),
    ]),
  );
  const [entry = ''] = Object.keys(texts);
  const language = codeLanguageOf(entry) ?? 'python';
  const isFolder = (path: string): boolean => Object.keys(texts).some((file) => file.startsWith(`${path}/`));
  const { filesOf } = localModules(
    {
      stat: (path) =>
        texts[path] !== undefined
          ? { kind: 'file', executable: false, inside: true }
          : isFolder(path)
            ? { kind: 'folder', executable: false, inside: true }
            : undefined,
    },
    entry,
    language,
  );
  const facts = readAgentFields({ file: entry, text: texts[entry] ?? '' }, language, {
    readText: (file) => texts[file],
    filesOf,
    list: () => Object.keys(texts),
  });
  const drawn = Object.fromEntries(
    Object.entries(texts).map(([file, text]) => {
      const lines = indexLines(text);
      const uses = new Map((facts.files.find((one) => one.file === file)?.uses ?? []).map((use) => [lines.offsetAt(use.range.start), use]));
      const picture = [...uses]
        .toSorted(([one], [other]) => other - one)
        .reduce((at, [start, { side, range }]) => {
          const end = lines.offsetAt(range.end);
          const [open, close] = side === 'input' ? ['[[', ']]'] : ['<<', '>>'];
          return at.slice(0, start) + open + at.slice(start, end) + close + at.slice(end);
        }, text);
      return [file, picture];
    }),
  );
  const ofWhole = facts.files.flatMap(({ file, leaks }) =>
    leaks.filter(({ path }) => path.length === 0).map(({ side, reason }) => `${side} ${reason} ${file}`),
  );
  return { drawn, leaks: [...new Set(ofWhole)].toSorted() };
}
