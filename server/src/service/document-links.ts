import type { DocumentLink, Range } from 'vscode-languageserver/node';
import { URI, Utils } from 'vscode-uri';
import type { Feature } from './feature.ts';
import { openedYaml, type OpenedYaml } from './opened-yaml.ts';
import { walkYaml } from './yaml-walk.ts';

/** Links the files of its folder that a descriptor names, and the pages of problems that a comment names. What is an address already is the editor's. */
export const documentLinks: Feature = {
  capabilities: { documentLinkProvider: { resolveProvider: false } },
  listen: (connection, look) => {
    connection.onDocumentLinks(({ textDocument }) => {
      const now = look();
      const opened = openedYaml(now, textDocument.uri);
      if (now === undefined || opened === undefined) return null;
      const { document, yaml } = opened;
      return [...fileLinks(opened), ...pageLinks(document.getText().split(/\r\n|\r|\n/), now.pageOf)].filter(
        ({ range }) =>
          // A scalar over several lines names no file.
          range.start.line === range.end.line && yaml.text !== '',
      );
    });
  },
};

/** More are not looked for on the disk. */
const maxNames = 100;
/** A path as people write one: with an ending or a slash, and no address. */
const pathLike = /^(?:\.\/)?[^\s/:*?"<>|\\][^\s:*?"<>|\\]*\.[A-Za-z0-9]{1,8}$/;

function fileLinks({ yaml, agent, document }: OpenedYaml): DocumentLink[] {
  if (agent === undefined) return [];
  const links: DocumentLink[] = [];
  const folder = Utils.dirname(URI.parse(document.uri));
  let looked = 0;
  walkYaml(yaml, ({ path, value, range }) => {
    if (path[0] === 'description' || path[0] === 'version' || path[0] === 'name') return false;
    if (typeof value !== 'string' || value.length > 300 || !pathLike.test(value) || value.split('/').includes('..')) return undefined;
    const isEntrypoint = path[0] === 'runtime' && path[1] === 'entrypoint';
    if (!isEntrypoint && (looked += 1) > maxNames) return false;
    const file = value.replace(/^\.\//, '');
    if (agent.files.stat(file)?.kind === 'file')
      links.push({ range: inner(range, yaml.writtenAt(path)), target: Utils.joinPath(folder, file).toString() });
    return undefined;
  });
  return links;
}

/** Without the quotes. */
function inner({ start, end }: Range, written: string | undefined): Range {
  if (!/^(["']).*\1$/.test(written ?? '')) return { start, end };
  return { start: { ...start, character: start.character + 1 }, end: { ...end, character: end.character - 1 } };
}

/** Each problem that a comment ignores leads to its page. */
function pageLinks(lines: readonly string[], pageOf: (code: string) => string | undefined): DocumentLink[] {
  return lines.flatMap((text, line) => {
    const names = /#\s*hermes-ignore\s*:?\s+([\w-]+(?:\s*,\s*[\w-]+)*)/d.exec(text);
    const [from = 0] = names?.indices?.[1] ?? [];
    return [...(names?.[1] ?? '').matchAll(/[\w-]+/g)].flatMap(({ 0: name, index }) => {
      const target = pageOf(name);
      const start = { line, character: from + index };
      return target === undefined ? [] : [{ range: { start, end: { line, character: start.character + name.length } }, target }];
    });
  });
}
