import { indexLines, isMap, own } from '@hermes-runtime/contract';
import type { TextEdit } from 'vscode-languageserver/node';
import { lineEndOf } from '../service/yaml-edits.ts';
import type { RefactoringSubject } from './subject.ts';
import type { StubNames } from './stub-names.ts';

/** `TypedDict`s, in the words of Python 3.9, and the annotations of `execute`. */
export function pythonStub(
  subject: RefactoringSubject,
  schemas: { readonly input: unknown; readonly output: unknown },
  names: StubNames,
): TextEdit[] {
  const { text, execute } = subject;
  const lines = indexLines(text);
  const header = text.slice(lines.offsetAt(execute.header.start), lines.offsetAt(execute.header.end));
  const parameter = /^((?:async\s+)?def\s+execute\s*\(\s*[A-Za-z_]\w*)\s*,?\s*\)$/.exec(header);
  const hasOutput = isMap(own(schemas.output, 'properties'));
  // What has types, or stands in another block, is left alone.
  if (parameter?.[1] === undefined || execute.header.start.character > 0) return [];
  const writer = new TypeWriter();
  writer.dict(names.input, schemas.input, 0);
  if (hasOutput) writer.dict(names.output, schemas.output, 0);
  const newLine = lineEndOf(text);
  const classes = writer.blocks.join('\n\n\n');
  const typing = `from typing import ${[...writer.imports].toSorted().join(', ')}`;
  const place = importLine(subject);
  const above = { line: execute.header.start.line, character: 0 };
  const before = place === undefined ? `${typing}\n\n\n${classes}\n\n\n` : `${classes}\n\n\n`;
  const end = lines.positionAt(lines.offsetAt(execute.header.start) + parameter[1].length);
  return [
    ...(place === undefined ? [] : [insert({ line: place, character: 0 }, `${typing}\n`, newLine)]),
    insert(above, before, newLine),
    insert(end, `: ${names.input}`, newLine),
    ...(hasOutput ? [insert(execute.header.end, ` -> ${names.output}`, newLine)] : []),
  ];
}

function insert(position: TextEdit['range']['start'], text: string, newLine: string): TextEdit {
  return { range: { start: position, end: position }, newText: text.replaceAll('\n', newLine) };
}

/** The line of the first import that something may stand above. */
function importLine({ facts, text, execute }: RefactoringSubject): number | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  return facts.imports
    .filter(({ topLevel, module, range }) => topLevel && module !== '__future__' && range.start.line < execute.header.start.line)
    .map(({ range }) => range.start.line)
    .toSorted((one, other) => one - other)
    .find((line) => /^(?:import|from)\s/.test(lines[line] ?? ''));
}

/** Deeper maps are of no named type. */
const maxDepth = 4;
const keywords = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);
const plain: Readonly<Record<string, string>> = { string: 'str', integer: 'int', number: 'float', boolean: 'bool', null: 'None' };

class TypeWriter {
  readonly imports = new Set<string>(['TypedDict']);
  readonly blocks: string[] = [];

  /** Writes the type of a map; answers its name. */
  dict(name: string, schema: unknown, depth: number): string {
    const properties = Object.entries(propertiesOf(schema));
    const required = own(schema, 'required');
    const needed = new Set(Array.isArray(required) ? required : []);
    const fields = properties.map(([key, field]) => ({
      key,
      type: this.#typeOf(name + pascal(key), field, depth + 1),
      needed: needed.has(key),
    }));
    if (fields.some(({ key }) => !/^[A-Za-z_]\w*$/.test(key) || key.startsWith('__') || keywords.has(key))) {
      const entries = fields.map(({ key, type }) => `    ${JSON.stringify(key)}: ${type},\n`).join('');
      this.blocks.push(`${name} = TypedDict("${name}", {\n${entries}}, total=False)`);
      return name;
    }
    const body = (some: typeof fields): string => some.map(({ key, type }) => `\n    ${key}: ${type}`).join('') || '\n    pass';
    const [certain, others] = [fields.filter((field) => field.needed), fields.filter((field) => !field.needed)];
    if (others.length === 0) this.blocks.push(`class ${name}(TypedDict):${body(certain)}`);
    else if (certain.length === 0) this.blocks.push(`class ${name}(TypedDict, total=False):${body(others)}`);
    else
      this.blocks.push(`class ${name}Required(TypedDict):${body(certain)}`, `class ${name}(${name}Required, total=False):${body(others)}`);
    return name;
  }

  #typeOf(name: string, schema: unknown, depth: number): string {
    const values = own(schema, 'enum');
    if (Array.isArray(values) && values.length > 0 && values.length <= 20 && values.every((value) => typeof value === 'string')) {
      return this.#imported('Literal', `[${values.map((value) => JSON.stringify(value)).join(', ')}]`);
    }
    const type = own(schema, 'type');
    if (Array.isArray(type) && type.length > 1) {
      const types = [...new Set(type.map((one: unknown) => this.#typeOf(name, { ...(isMap(schema) ? schema : {}), type: one }, depth)))];
      return types.length === 1 ? (types[0] ?? 'Any') : this.#imported('Union', `[${types.join(', ')}]`);
    }
    const one = String(Array.isArray(type) ? type[0] : type);
    if (Object.hasOwn(plain, one)) return plain[one] ?? '';
    if (one === 'array') return `list[${this.#typeOf(name, own(schema, 'items'), depth)}]`;
    if (one !== 'object') return this.#imported('Any', '');
    const isNamed = depth < maxDepth && Object.keys(propertiesOf(schema)).length > 0;
    return isNamed ? this.dict(name, schema, depth) : `dict[str, ${this.#imported('Any', '')}]`;
  }

  #imported(name: string, more: string): string {
    this.imports.add(name);
    return name + more;
  }
}

function propertiesOf(schema: unknown): Readonly<Record<string, unknown>> {
  const properties = own(schema, 'properties');
  return isMap(properties) ? properties : {};
}

function pascal(key: string): string {
  return key.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_all, letter: string) => letter.toUpperCase());
}
