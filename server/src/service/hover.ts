import * as l10n from '@vscode/l10n';
import {
  agentSchema,
  codeLanguageOf,
  configSchemaOf,
  isMap,
  own,
  type CodeReader,
  schemaAt,
  valueAt,
  type AgentDescriptor,
  type FileSchema,
  type YamlSource,
} from '@hermes-runtime/contract';
import { MarkupKind, type Hover, type Position, type Range } from 'vscode-languageserver/node';

/** The words of a schema in the person's language. */
export type Translate = (english: string) => string;

/** What the schema of agent.yaml, or the agent's own schema, says about what is pointed at. */
export function hoverInDescriptor({ yaml, value }: AgentDescriptor, position: Position, translate: Translate): Hover | undefined {
  const target = yaml.pathAt(position);
  if (target === undefined) return undefined;
  const [first, ...rest] = target.path;
  if ((first === 'input_schema' || first === 'output_schema') && rest.length > 0) {
    // In a schema of the author's, a field is explained by the author.
    const field = rest.length >= 2 && rest.at(-2) === 'properties' ? valueAt(value, target.path) : undefined;
    return isMap(field) ? hover(target.range, fieldText(String(rest.at(-1)), field)) : undefined;
  }
  return hoverInSchema(agentSchema, target, translate);
}

/** What the schema of a configuration says about what is pointed at. */
export function hoverInConfig(path: string, yaml: YamlSource, position: Position, translate: Translate): Hover | undefined {
  const target = yaml.pathAt(position);
  return target === undefined ? undefined : hoverInSchema(configSchemaOf(path), target, translate);
}

/** A descriptor, and what reads the agent's code. */
type ReadAgent = Pick<AgentDescriptor, 'value'> & { readonly readCode: CodeReader };

/** The input field that code reads: its type and description. */
export function hoverInCode({ value, readCode }: ReadAgent, file: string, text: string, position: Position): Hover | undefined {
  const language = codeLanguageOf(file);
  if (language === undefined) return undefined;
  for (const definition of readCode(text, language).definitions) {
    const read = definition.function?.reads.find(({ range }) => contains(range, position));
    const field = read === undefined ? undefined : own(own(own(value, 'input_schema'), 'properties'), read.key);
    if (read !== undefined && isMap(field)) return hover(read.range, fieldText(read.key, field));
  }
  return undefined;
}

function hoverInSchema(
  root: FileSchema,
  { path, range }: { path: readonly (string | number)[]; range: Range },
  translate: Translate,
): Hover | undefined {
  const schema = schemaAt(root, path);
  if (schema?.description === undefined) return undefined;
  const allowed = schema.enum === undefined ? [] : [l10n.t('One of {0}.', schema.enum.map((one) => `\`${String(one)}\``).join(', '))];
  const standard = schema.default === undefined ? [] : [l10n.t('Default: {0}', `\`${JSON.stringify(schema.default)}\``)];
  return hover(range, [translate(schema.description), ...allowed, ...standard].join('\n\n'));
}

function fieldText(name: string, field: Readonly<Record<string, unknown>>): string {
  const type = field['type'];
  const typed = typeof type === 'string' ? `: ${type}` : Array.isArray(type) ? `: ${type.join(' | ')}` : '';
  const { description } = field;
  const secret = field['writeOnly'] === true ? [l10n.t('A secret: its value is kept out of traces and logs.')] : [];
  const standard = field['default'] === undefined ? [] : [l10n.t('Default: {0}', `\`${JSON.stringify(field['default'])}\``)];
  return [`\`${name}${typed}\``, ...(typeof description === 'string' ? [plain(description)] : []), ...secret, ...standard].join('\n\n');
}

/** An author's words are text, not Markdown: no link, no picture, no HTML. */
function plain(text: string): string {
  return text.slice(0, 2000).replaceAll(/[\\`*_{}[\]()#+\-!<>&|]/g, String.raw`\$&`);
}

function hover(range: Range, value: string): Hover {
  return { range, contents: { kind: MarkupKind.Markdown, value } };
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  const after = line > start.line || (line === start.line && character >= start.character);
  const before = line < end.line || (line === end.line && character <= end.character);
  return after && before;
}
