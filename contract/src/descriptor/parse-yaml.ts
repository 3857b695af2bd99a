import * as l10n from '@vscode/l10n';
import type { Position, Problem } from '@hermes-runtime/schemas';
import { composeYaml, maxDepth, type ComposedYaml } from './compose-yaml.ts';
import { indexLines, type LineIndex } from './line-index.ts';
import { mendYaml, type MendedYaml } from './mend-yaml.ts';
import { readYamlEvents } from './read-events.ts';
import { syntaxMessage } from './syntax-message.ts';
import { findNode, maxExpanded, readYamlTree, targetAt, type YamlFlaw, type YamlNode, type YamlTree } from './yaml-tree.ts';
import type { YamlSource } from './yaml-source.ts';

/** In UTF-16 units; a descriptor that a person wrote is a hundred times smaller. */
const maxLength = 256 * 1024;

/** Reads any text, never throws, and takes time in proportion to its length. */
export function parseYaml(source: string): YamlSource {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const lines = indexLines(text);
  if (text.length > maxLength) {
    return unread(
      text,
      problemAt(
        lines,
        0,
        0,
        'yaml-too-large',
        l10n.t('This file has {0} characters; {1} are read at most. Move what is data into a file of its own.', text.length, maxLength),
      ),
    );
  }
  const tree = readYamlEvents(text);
  if (typeof tree !== 'string') return sourceOf(text, text, lines, tree, []);
  const composed = composeYaml(text);
  if (composed.status === 'too deep') return unread(text, tooDeep(lines, composed.offset));
  const [error] = composed.errors;
  if (error === undefined) return read(text, text, lines, composed, []);

  const mended = mendYaml(text, lines, composed);
  const { start, end } = lines.lineAt(mended.line);
  const inLine = error.offset >= start && error.offset < end;
  const from = inLine ? error.offset : start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
  const problem = problemAt(lines, from, end, 'yaml-syntax', syntaxMessage(error, text.slice(start, end)));
  return { ...readMended(text, lines, mended, problem), mendedLine: mended.line };
}

function readMended(text: string, lines: LineIndex, { text: mended, tree, composed }: MendedYaml, problem: Problem): YamlSource {
  if (tree !== undefined) return sourceOf(text, mended, withinLines(indexLines(mended), lines), tree, [problem]);
  return composed === undefined ? unread(text, problem) : read(text, mended, lines, composed, [problem]);
}

type Composed = Extract<ComposedYaml, { status: 'composed' }>;

/** `text` is the file; `mended` has the same lines, and is what was composed. */
function read(text: string, mended: string, lines: LineIndex, composed: Composed, problems: readonly Problem[]): YamlSource {
  const [document, second] = composed.documents;
  if (document === undefined) return { ...unread(text), problems };
  const mendedLines = mended === text ? lines : withinLines(indexLines(mended), lines);
  const several =
    second === undefined
      ? []
      : [
          problemAt(
            mendedLines,
            second.range[0],
            second.range[0] + 3,
            'yaml-syntax',
            l10n.t('A second document begins here; only the first is read. Remove the rest, or put it into a file of its own.'),
          ),
        ];
  const { flaws, ...tree } = readYamlTree(document, mended);
  // What is wrong with a line as it was mended is not wrong with the file.
  const elsewhere = ({ range }: Problem): boolean => problems.every((problem) => problem.range.start.line !== range.start.line);
  const found = [...flaws.map((flaw) => flawProblem(flaw, mendedLines)), ...several].filter(elsewhere);
  return sourceOf(text, mended, mendedLines, tree, [...problems, ...found]);
}

/** `lines` are those of the text that was read, held within the file's own. */
function sourceOf(
  text: string,
  mended: string,
  lines: LineIndex,
  { root, tooManyAliases }: Omit<YamlTree, 'flaws'>,
  problems: readonly Problem[],
): YamlSource {
  if (tooManyAliases) {
    const message = l10n.t('The aliases of this file stand for more than {0} values; that is too many to look at. Use fewer.', maxExpanded);
    return unread(text, problemAt(lines, 0, 0, 'yaml-too-large', message));
  }
  const found = (path: readonly (string | number)[]): YamlNode | undefined => findNode(root, path)?.node;
  return {
    text,
    value: root.value,
    problems,
    keyRange: (path) => {
      const place = findNode(root, path);
      if (place?.entry !== undefined) return lines.rangeOf(place.entry.keyStart, place.entry.keyEnd);
      return place && lines.rangeOf(place.node.start, place.node.end);
    },
    valueRange: (path) => {
      const node = found(path);
      return node && lines.rangeOf(node.start, node.end);
    },
    pathAt: (position) => {
      const target = targetAt(root, lines.offsetAt(position));
      return target && { path: target.path, on: target.on, range: lines.rangeOf(target.start, target.end) };
    },
    writtenAt: (path) => {
      const node = found(path);
      return node === undefined || node.items !== undefined || node.entries !== undefined ? undefined : mended.slice(node.start, node.end);
    },
  };
}

/** Places in the mended text, held within the file's own lines: the line that was mended may be longer than what is written. */
function withinLines(mended: LineIndex, lines: LineIndex): LineIndex {
  const positionAt = (offset: number): Position => {
    const { line, character } = mended.positionAt(offset);
    const { start, end } = lines.lineAt(line);
    return { line, character: Math.min(character, end - start) };
  };
  return { ...mended, positionAt, rangeOf: (start, end) => ({ start: positionAt(start), end: positionAt(end) }) };
}

function unread(text: string, problem?: Problem): YamlSource {
  const nowhere = (): undefined => undefined;
  return {
    text,
    value: undefined,
    problems: problem === undefined ? [] : [problem],
    keyRange: nowhere,
    valueRange: nowhere,
    pathAt: nowhere,
    writtenAt: nowhere,
  };
}

function tooDeep(lines: LineIndex, offset: number): Problem {
  return problemAt(
    lines,
    offset,
    offset + 1,
    'yaml-too-large',
    l10n.t('This is nested more than {0} levels deep, and is not read. Make it flatter.', maxDepth),
  );
}

function flawProblem(flaw: YamlFlaw, lines: LineIndex): Problem {
  switch (flaw.type) {
    case 'duplicate key':
      return {
        ...problemAt(
          lines,
          flaw.start,
          flaw.end,
          'duplicate-key',
          l10n.t('"{0}" is here twice; the last one counts. Remove one.', flaw.key),
        ),
        related: [
          { path: '', range: lines.rangeOf(flaw.firstStart, flaw.firstEnd), message: l10n.t('The first "{0}" is here.', flaw.key) },
        ],
      };
    case 'unknown alias':
      return problemAt(
        lines,
        flaw.start,
        flaw.end,
        'unknown-alias',
        l10n.t(
          'There is no anchor &{0} above this alias. Define it above, or write the value here; text with a * goes in quotes.',
          flaw.name,
        ),
      );
    case 'endless alias':
      return problemAt(
        lines,
        flaw.start,
        flaw.end,
        'unknown-alias',
        l10n.t('The alias *{0} stands inside its own anchor. Write the value here.', flaw.name),
      );
    case 'unknown tag':
      return problemAt(lines, flaw.start, flaw.end, 'yaml-syntax', l10n.t('The tag {0} means nothing here. Remove it.', flaw.name));
    case 'key is no text':
      return problemAt(lines, flaw.start, flaw.end, 'yaml-syntax', l10n.t('A key must be plain text.'));
  }
}

function problemAt(lines: LineIndex, start: number, end: number, code: string, message: string): Problem {
  return { path: '', code, severity: 'error', message, range: lines.rangeOf(start, Math.max(end, start)) };
}
