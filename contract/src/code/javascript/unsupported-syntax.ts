import type { SyntaxNode } from '@lezer/common';
import type { UnsupportedSyntax } from '../code-facts.ts';
import { childrenOf, isSame, type Source, type Span } from '../source.ts';

/** More of it in one file is what its author already knows. */
const maxOfFile = 50;
/** So many places in one text are looked up in its tree. */
const maxLookups = 2000;

/** What each of it begins with, or is said by. */
const words = ['@', 'enum', 'namespace', 'module', 'accessor', 'import', 'export', 'public', 'private', 'protected', 'readonly', '<'];

/**
 * Syntax that no Node runs: it only takes types out of TypeScript, and has neither decorators nor JSX.
 * What is broken at the moment is left out.
 * A text is searched for words first, and only what is found is looked up in its tree: most files have nothing of it.
 */
export function unsupportedSyntax(source: Source): readonly UnsupportedSyntax[] {
  const found: Found[] = [];
  let left = maxLookups;
  for (const word of words) {
    for (let at = source.text.indexOf(word); at >= 0 && found.length < maxOfFile; at = source.text.indexOf(word, at + word.length)) {
      if (!mayBegin(source.text, word, at)) continue;
      left -= 1;
      if (left < 0) return [];
      const one = unsupportedAt(source, source.root.resolveInner(at, 1));
      if (one !== undefined && isJudged(source, one)) found.push(one);
    }
  }
  return found
    .toSorted((one, other) => one.mark.from - other.mark.from)
    .map(({ kind, mark, node, to = node.to }) => ({
      kind,
      range: source.rangeOf(mark),
      whole: source.rangeOf({ from: node.from, to }),
    }));
}

type Found = {
  readonly kind: UnsupportedSyntax['kind'];
  readonly mark: Span;
  readonly node: SyntaxNode;
  /** Where it ends, when that is not where the node does. */
  readonly to?: number;
};

const isOfWord = /[\w$]/;
/** What stands before an expression; a type in angle brackets stands behind a name. */
const beforeExpression = /(?:[=(,?:[{};&|!+\-*/%>]|\b(?:return|of|in|await|yield|typeof|case|default))$/;

function mayBegin(text: string, word: string, at: number): boolean {
  switch (word) {
    case '@':
      return true;
    case '<':
      return beforeExpression.test(text.slice(Math.max(0, at - 40), at).trimEnd());
    case 'import':
    case 'export':
      return /^[ \t]*(?:=|import\b|[\w$]+[ \t]*=)/.test(text.slice(at + word.length, at + word.length + 80));
    default:
      return !isOfWord.test(text.charAt(at - 1)) && !isOfWord.test(text.charAt(at + word.length));
  }
}

function unsupportedAt(source: Source, mark: SyntaxNode): Found | undefined {
  const node = mark.parent;
  switch (node?.name) {
    case 'EnumDeclaration':
      return mark.name === 'enum' ? { kind: 'enum', mark, node } : undefined;
    case 'NamespaceDeclaration':
      return namespaceAt(mark, node);
    case 'ParamList':
      return parameterProperty(mark, node);
    case 'PrefixCast':
      return castAt(source, node);
    case 'Decorator':
      return { kind: 'decorator', mark: node, node };
    case 'PropertyDeclaration':
      return mark.name === 'accessor' ? { kind: 'accessor', mark, node } : undefined;
    case 'JSXOpenTag':
    case 'JSXSelfClosingTag':
    case 'JSXFragmentTag':
      return jsxAt(node);
    case 'ImportDeclaration':
      return mark.name === 'import' ? importEquals(source, mark, node) : undefined;
    case 'ExportDeclaration':
      return mark.name === 'export' ? exportEquals(source, mark, node) : undefined;
    default:
      return undefined;
  }
}

/** Of types alone there is nothing to run. `module` is not even read where it could be. */
function namespaceAt(mark: SyntaxNode, node: SyntaxNode): Found | undefined {
  // Before the name of a module in quotes the grammar finds no name at all.
  if (node.getChild('VariableDefinition') === null) return undefined;
  if (mark.name === 'module') return { kind: 'module', mark, node };
  return mark.name !== 'namespace' || isOfTypes(node) ? undefined : { kind: 'namespace', mark, node };
}

function isOfTypes(node: SyntaxNode): boolean {
  return childrenOf(node.getChild('Block')).every((part) => {
    const declared = part.name === 'ExportDeclaration' ? part.firstChild?.nextSibling : part;
    switch (declared?.name) {
      case 'NamespaceDeclaration':
        return isOfTypes(declared);
      case 'TypeAliasDeclaration':
      case 'InterfaceDeclaration':
      case 'LineComment':
      case 'BlockComment':
      case '{':
      case '}':
        return true;
      default:
        return false;
    }
  });
}

/** `constructor(private name: string)`: the first of its words is marked, and `readonly` behind it. */
function parameterProperty(word: SyntaxNode, node: SyntaxNode): Found | undefined {
  const first = childrenOf(node).find(({ name }) => name === 'Privacy' || name === 'readonly');
  if (first === undefined || !isSame(first, word)) return undefined;
  const last = first.nextSibling?.name === 'readonly' ? first.nextSibling : first;
  return { kind: 'parameter property', mark: { from: first.from, to: last.to }, node };
}

/** Where the grammar has lost its way it takes the parameters of a type for a cast. */
function castAt(source: Source, node: SyntaxNode): Found | undefined {
  let statement = node;
  while (statement.parent !== null && !/^(?:Script|Block)$/.test(statement.parent.name)) statement = statement.parent;
  const close = childrenOf(node).find(({ name }) => name === '>');
  if (close === undefined || source.brokenIn(statement.prevSibling?.to ?? statement.from, statement.to)) return undefined;
  return { kind: 'cast', mark: { from: node.from, to: close.to }, node };
}

/** An element in another is of the same mistake. */
function jsxAt(tag: SyntaxNode): Found | undefined {
  const node = tag.parent;
  return node === null || node.parent?.name === 'JSXElement' ? undefined : { kind: 'jsx', mark: tag, node };
}

/** The grammar knows none of the forms with `=`, and finds an error where that stands. */
function importEquals(source: Source, mark: SyntaxNode, node: SyntaxNode): Found | undefined {
  const length = lengthAt(/import[ \t]+[\w$]+[ \t]*=[ \t]*(?:require[ \t]*\([ \t]*(?:"[^"\n]*"|'[^'\n]*')[ \t]*\)|[\w$.]+)/y, source, node);
  return length === 0 ? undefined : { kind: 'import', mark, node, to: node.from + length };
}

function exportEquals(source: Source, mark: SyntaxNode, node: SyntaxNode): Found | undefined {
  const sign = mark.nextSibling;
  if (sign?.name === 'Equals') return { kind: 'export', mark: { from: mark.from, to: sign.to }, node };
  const length = lengthAt(/export[ \t]+import[ \t]+[\w$]+[ \t]*=/y, source, node);
  const to = node.from + length;
  return length === 0 ? undefined : { kind: 'import', mark: { from: node.from, to }, node, to };
}

function lengthAt(sticky: RegExp, source: Source, node: SyntaxNode): number {
  sticky.lastIndex = node.from;
  return sticky.exec(source.text)?.[0].length ?? 0;
}

/** Whether what was found is surely there: it is not broken at the moment, and nothing around it says that it is a type. */
function isJudged(source: Source, { kind, node }: Found): boolean {
  if (kind !== 'import' && source.brokenIn(node.from, node.to)) return false;
  // The grammar does not understand the name in quotes, and takes what such a module holds for code.
  if (/\bdeclare[ \t]+module[ \t]*["']/.test(source.text.slice(0, node.from))) return false;
  let inner: SyntaxNode | null = node;
  while (inner !== null) {
    const { parent }: SyntaxNode = inner;
    if (parent?.name === 'AmbientDeclaration' && kind !== 'module') return false;
    // Then the namespace is more than types, and that is said.
    if (parent?.name === 'NamespaceDeclaration') return false;
    inner = parent;
  }
  return true;
}
