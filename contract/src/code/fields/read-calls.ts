import type { SyntaxNode } from '@lezer/common';
import type { CodeLanguage } from '../code-facts.ts';
import { parseCode } from '../parse-code.ts';
import { pythonSource } from '../python/read-python.ts';
import { isHostile } from '../read-code.ts';
import { createSource, walk, type Source } from '../source.ts';
import type { FieldUse } from './field-facts.ts';
import { noFiles } from './field-program.ts';
import { createBounds, createTrail, type FieldTrail } from './field-trail.ts';
import { javascriptContext, javascriptProgram } from './read-javascript-fields.ts';
import { pythonContext, pythonProgram } from './read-python-fields.ts';
import { partsOf } from './syntax-parts.ts';

const input = { side: 'input', path: [], called: true } as const;
const output = { side: 'output', path: [], called: true } as const;
const execute = /^(?:\w+\.)?execute$/;

/** Where a text that calls `execute`, such as a test, names fields: in what it gives it, and in what it takes from the result. */
export function readCalls(text: string, language: CodeLanguage): readonly FieldUse[] {
  if (isHostile(text) || !/\bexecute\b/.test(text)) return [];
  const { tree } = parseCode(text, language);
  const source = language === 'python' ? pythonSource(text, tree) : createSource(text, tree, () => false);
  if (source.brokenIn(0, text.length)) return [];
  const trail = createTrail(source, createBounds());
  // Whoever calls it may do with the rest whatever he likes.
  const quiet: FieldTrail = { ...trail, leak: () => undefined };
  const context =
    language === 'python'
      ? pythonContext(pythonProgram(noFiles), '', source, quiet)
      : javascriptContext(javascriptProgram(noFiles), '', source, quiet);
  for (const call of callsIn(source)) {
    const [given] = partsOf(call.getChild('ArgList')).slice(1, -1);
    if (given !== undefined) context.produce(given, input);
    context.follow(call, output);
  }
  return trail.found().uses;
}

function callsIn(source: Source): readonly SyntaxNode[] {
  const calls: SyntaxNode[] = [];
  walk(source.root, (at) => {
    const callee = at.name === 'CallExpression' ? at.node.firstChild : null;
    if (callee !== null && execute.test(source.textOf(callee))) calls.push(at.node);
    return undefined;
  });
  return calls;
}
