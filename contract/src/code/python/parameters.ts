import type { SyntaxNode } from '@lezer/common';
import type { Parameter } from '../code-facts.ts';
import { betweenCommas, childrenOf, type Source } from '../source.ts';

/** The parameters of a `def` or a `lambda`, in order. */
export function pythonParameters(source: Source, list: SyntaxNode | null): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  // A lone `/` is no node: its part is empty, which is right, as it changes nothing for a call by position.
  for (const parts of betweenCommas(childrenOf(list))) {
    const star = parts.find((part) => part.name === '*' || part.name === '**')?.name;
    const name = parts.find((part) => part.name === 'VariableName');
    const optional = parts.some((part) => part.name === 'AssignOp');
    if (name !== undefined) {
      const kind = star === '*' ? 'rest' : star === '**' ? 'keywords' : keywordOnly ? 'keyword' : 'positional';
      parameters.push({ name: source.textOf(name), kind, optional: optional || star !== undefined });
    }
    if (star === '*') keywordOnly = true;
  }
  return parameters;
}
