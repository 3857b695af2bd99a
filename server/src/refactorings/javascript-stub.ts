import { indexLines, isMap, own } from '@hermes-runtime/contract';
import type { TextEdit } from 'vscode-languageserver/node';
import { lineEndOf } from '../service/yaml-edits.ts';
import type { RefactoringSubject } from './subject.ts';
import type { StubNames } from './stub-names.ts';

/** Types of TypeScript and the annotations of `execute`; in JavaScript the same as comments. */
export function javascriptStub(
  subject: RefactoringSubject,
  schemas: { readonly input: unknown; readonly output: unknown },
  names: StubNames,
): TextEdit[] {
  const { text, execute, language } = subject;
  const lines = indexLines(text);
  const { line } = execute.header.start;
  const ownLine = lines.lineAt(line);
  const before = line === 0 ? '' : text.slice(lines.lineAt(line - 1).start, lines.lineAt(line - 1).end);
  // A comment right above speaks of `execute`; what is not at the top level has its types elsewhere.
  if (
    !/^(?:export|async|function|const|let|module\.exports|exports)\b/.test(text.slice(ownLine.start, ownLine.end)) ||
    /\*\/\s*$/.test(before)
  )
    return [];
  const hasOutput = isMap(own(schemas.output, 'properties'));
  const result = execute.async ? `Promise<${names.output}>` : names.output;
  const newLine = lineEndOf(text);
  const above = { line, character: 0 };
  if (language === 'javascript') {
    const parameter = execute.inputName ?? 'input';
    const comment = [
      `/** @typedef {${typeOf(schemas.input, 0)}} ${names.input} */`,
      ...(hasOutput ? [`/** @typedef {${typeOf(schemas.output, 0)}} ${names.output} */`] : []),
      '',
      '/**',
      ` * @param {${names.input}} ${parameter}`,
      ...(hasOutput ? [` * @returns {${result}}`] : []),
      ' */',
      '',
    ];
    return [insert(above, comment.join(newLine))];
  }
  const end = lines.offsetAt(execute.header.end);
  const list = /\(([^():=]*)\)$/.exec(text.slice(lines.offsetAt(execute.header.start), end));
  if (list === null || /^\s*:/.test(text.slice(end, end + 20))) return [];
  const types = [
    `type ${names.input} = ${typeOf(schemas.input, 0)};`,
    ...(hasOutput ? [`type ${names.output} = ${typeOf(schemas.output, 0)};`] : []),
    '',
    '',
  ];
  return [
    insert(above, types.join(newLine)),
    insert(lines.positionAt(end - 1), `: ${names.input}`),
    ...(hasOutput ? [insert(execute.header.end, `: ${result}`)] : []),
  ];
}

function insert(position: TextEdit['range']['start'], newText: string): TextEdit {
  return { range: { start: position, end: position }, newText };
}

/** Deeper maps are of any type. */
const maxDepth = 5;
const plain: Readonly<Record<string, string>> = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' };

function typeOf(schema: unknown, depth: number): string {
  const values = own(schema, 'enum');
  if (Array.isArray(values) && values.length > 0 && values.length <= 20 && values.every((value) => typeof value === 'string')) {
    return values.map((value) => `'${value.replaceAll(/[\\']/g, String.raw`\$&`).replaceAll(/\s/g, ' ')}'`).join(' | ');
  }
  const type = own(schema, 'type');
  if (Array.isArray(type) && type.length > 1)
    return [...new Set(type.map((one: unknown) => typeOf({ ...(isMap(schema) ? schema : {}), type: one }, depth)))].join(' | ');
  const one = String(Array.isArray(type) ? type[0] : type);
  if (Object.hasOwn(plain, one)) return plain[one] ?? '';
  if (one === 'array') {
    const item = typeOf(own(schema, 'items'), depth + 1);
    return /[|{]/.test(item) ? `Array<${item}>` : `${item}[]`;
  }
  const properties = own(schema, 'properties');
  if ((one !== 'object' && one !== 'undefined') || (one === 'undefined' && !isMap(properties))) return 'unknown';
  if (!isMap(properties) || depth >= maxDepth) return 'Record<string, unknown>';
  const required = own(schema, 'required');
  const needed = new Set(Array.isArray(required) ? required : []);
  const fields = Object.entries(properties).map(([key, field]) => {
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
    return `${name}${needed.has(key) ? '' : '?'}: ${typeOf(field, depth + 1)}`;
  });
  return fields.length === 0 ? 'Record<string, unknown>' : `{ ${fields.join('; ')} }`;
}
