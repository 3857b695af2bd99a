import type { DocumentLink, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { Feature, Look } from './feature.ts';
import { openedYaml, type OpenedYaml } from './opened-yaml.ts';
import { walkYaml } from './yaml-walk.ts';

/** Links the files of its folder that a descriptor names, and in all files of an agent the pages of problems that a comment names. What is an address already is the editor's. */
export const documentLinks: Feature = {
  capabilities: { documentLinkProvider: { resolveProvider: false } },
  listen: (connection, look) => {
    connection.onDocumentLinks(({ textDocument: { uri } }) => {
      const now = look();
      if (now === undefined) return null;
      const yaml = openedYaml(now, uri);
      if (yaml === undefined) return codeLinks(now, uri);
      return [...fileLinks(yaml), ...pageLinks(yaml.document, '#', now.pageOf)].filter(
        ({ range }) =>
          // A scalar over several lines names no file.
          range.start.line === range.end.line && yaml.yaml.text !== '',
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

/** Null for what is no agent's code: nobody asked us about that. */
function codeLinks(look: Look, uri: string): DocumentLink[] | null {
  const { agent, path, document } = look.opened(uri) ?? {};
  const [, ending] = /\.(?:(py|sh|bash)|[cm]?[jt]s)$/.exec(path ?? '') ?? [undefined, 'none'];
  if (agent?.descriptor === undefined || document === undefined || ending === 'none') return null;
  return pageLinks(document, ending === undefined ? '//' : '#', look.pageOf);
}

/** Each problem that a comment ignores leads to its page. */
function pageLinks(document: TextDocument, sign: '#' | '//', pageOf: Look['pageOf']): DocumentLink[] {
  const text = document.getText();
  if (!text.includes('hermes-ignore')) return [];
  const comment = new RegExp(String.raw`${sign}\s*hermes-ignore\s*:?\s+([\w-]+(?:\s*,\s*[\w-]+)*)`, 'd');
  return text.split(/\r\n|\r|\n/).flatMap((words, line) => {
    const names = comment.exec(words);
    const [from = 0] = names?.indices?.[1] ?? [];
    return [...(names?.[1] ?? '').matchAll(/[\w-]+/g)].flatMap(({ 0: name, index }) => {
      const target = pageOf(name);
      const start = { line, character: from + index };
      return target === undefined ? [] : [{ range: { start, end: { line, character: start.character + name.length } }, target }];
    });
  });
}
