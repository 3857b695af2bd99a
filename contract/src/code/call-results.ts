import type { SyntaxNode } from '@lezer/common';
import type { Shape } from './returned-shape.ts';
import type { Source } from './source.ts';
import type { UsesOf } from './variable-use.ts';

/** What some calls give whatever they are called with. */
const python: Readonly<Record<string, string>> = {
  'json.dumps': 'str',
  str: 'str',
  repr: 'str',
  len: 'number',
  int: 'number',
  float: 'number',
  list: 'list',
  sorted: 'list',
  tuple: 'tuple',
  set: 'set',
};
const javascript: Readonly<Record<string, string>> = {
  'JSON.stringify': 'string',
  String: 'string',
  Number: 'number',
  'Array.from': 'array',
  'Object.keys': 'array',
  'Object.values': 'array',
  'Object.entries': 'array',
};

/** What a call certainly gives that is no object: `json.dumps(…)`. Undefined as soon as the name may mean something else in this file. */
export function resultOfCall(source: Source, usesOf: UsesOf, call: SyntaxNode, language: 'python' | 'javascript'): Shape | undefined {
  const results = language === 'python' ? python : javascript;
  const callee = call.firstChild === null ? '' : source.textOf(call.firstChild);
  const what = Object.hasOwn(results, callee) ? results[callee] : undefined;
  const [name = ''] = callee.split('.');
  if (what === undefined || usesOf(name).some((use) => use.type === 'bind') || isDefinedHere(source, name)) return undefined;
  return { shape: 'other', what };
}

/** Whether the file gives a name another meaning; `import json` does not. */
function isDefinedHere(source: Source, name: string): boolean {
  const declared = new RegExp(`\\b(?:def|class|function|const|let|var|as)\\s+${name}\\b|^[ \\t]*${name}\\s*(?::[^=\\n]*)?=(?!=)`, 'm');
  const imported = new RegExp(`\\bimport\\b[^\\n;]*[{,\\s]${name}\\b`);
  return declared.test(source.text) || (name !== 'json' && imported.test(source.text));
}
