import { isMap, type ValuePath, type YamlSource } from '@hermes-runtime/contract';
import { SemanticTokensBuilder, type Range } from 'vscode-languageserver/node';
import type { Feature } from './feature.ts';
import { openedYaml, ourYaml } from './opened-yaml.ts';
import { walkYaml } from './yaml-walk.ts';

const tokenTypes = ['keyword', 'property', 'type', 'enumMember', 'number', 'string'] as const;
type TokenType = (typeof tokenTypes)[number];
/** On the name of a field where it is described, and not where it is only named. */
const declaration = 1;

/** Tells apart what a schema says: its keywords, the names of fields, types, and the values that it allows. */
export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      documentSelector: ourYaml,
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: ['declaration'] },
      full: true,
    },
  },
  listen: (connection, look) => {
    connection.languages.semanticTokens.on(({ textDocument }) => {
      const opened = openedYaml(look(), textDocument.uri);
      const builder = new SemanticTokensBuilder();
      for (const { range, type, modifiers } of opened?.agent === undefined ? [] : tokensOf(opened.yaml)) {
        const { line, character } = range.start;
        builder.push(line, character, range.end.character - character, tokenTypes.indexOf(type), modifiers);
      }
      return builder.build();
    });
  },
};

export type Token = { readonly range: Range; readonly type: TokenType; readonly modifiers: number };

export function tokensOf(yaml: YamlSource): Token[] {
  const tokens: Token[] = [];
  const push = (range: Range, type: TokenType, modifiers = 0): void => {
    const isOnOneLine = range.start.line === range.end.line && range.end.character > range.start.character;
    if (isOnOneLine) tokens.push({ range, type, modifiers });
  };
  walkYaml(yaml, ({ path, value, key, range }) => {
    if (path[0] !== 'input_schema' && path[0] !== 'output_schema') return false;
    if (path.length === 1) return undefined;
    const part = partOf(path);
    if (key !== undefined && part === 'field') push(key, 'property', declaration);
    if (key !== undefined && part === 'keyword') push(key, 'keyword');
    if (isMap(value) || Array.isArray(value)) return undefined;
    const type = typeOf(path, part, value);
    if (type !== undefined) push(range, type);
    return undefined;
  });
  return tokens.toSorted(
    (one, other) => one.range.start.line - other.range.start.line || one.range.start.character - other.range.start.character,
  );
}

const maps = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies', 'dependentRequired']);
const data = new Set(['default', 'const', 'enum', 'examples', 'example']);

/** What a path ends in: a keyword of a schema, the name of a field, an item of a keyword's list, or data inside of a value. */
function partOf(path: ValuePath): 'keyword' | 'field' | 'item' | 'data' {
  let part: 'keyword' | 'field' | 'item' | 'data' = 'field';
  for (const [index, step] of path.entries()) {
    if (index === 0) continue;
    const before = String(path[index - 1]);
    if (part === 'data' || (part === 'keyword' && data.has(before))) part = 'data';
    else if (typeof step === 'number') part = 'item';
    else part = part === 'keyword' && maps.has(before) ? 'field' : 'keyword';
  }
  return part;
}

function typeOf(path: ValuePath, part: ReturnType<typeof partOf>, value: unknown): TokenType | undefined {
  const keyword = path.findLast((step, index) => typeof step === 'string' && index >= 1);
  if (part !== 'data' && keyword === 'type' && typeof value === 'string') return 'type';
  if (part !== 'data' && keyword === 'required' && typeof value === 'string') return 'property';
  if (path.includes('enum') || keyword === 'const')
    return typeof value === 'string' ? 'enumMember' : typeof value === 'number' ? 'number' : undefined;
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'string' : undefined;
}
