import type { SyntaxNode } from '@lezer/common';
import { children, codeChildren, holds, isFunctionBoundary, ledgerOf, type Surroundings, type Walk, type Visit } from './syntax-context.ts';
import { tracerName } from './tracer-name.ts';

const throwing: ReadonlySet<string> = new Set(['ThrowStatement']);

/** Reports what a `catch` clause took, at once, or after the handler where that may throw again. */
export function instrumentCatch(clause: SyntaxNode, surroundings: Surroundings, walk: Walk, visit: Visit): void {
  const { source, file, sites, edits, lineOf } = walk;
  const body = clause.getChild('Block');
  if (body === null) {
    return;
  }
  const pattern = clause.getChild('ObjectPattern') ?? clause.getChild('ArrayPattern');
  const binding = clause.getChild('VariableDefinition');
  const names = boundNames(pattern ?? binding, source);
  const used = names.some((name) => reads(body, name, source));
  const ledger = ledgerOf(surroundings);
  const site = sites.add({ type: 'handler', at: { file, line: lineOf(clause.from) }, used, endsTurn: endsTurn(clause, surroundings) });
  const taken = binding === null ? `${tracerName}_c${site}` : source.slice(binding.from, binding.to);
  if (binding === null && pattern === null) {
    edits.insert(body.from, `(${taken})`);
  } else if (pattern !== null) {
    edits.insert(pattern.from, `${taken}){let `);
  }
  const argument = [site, taken, ...(ledger === undefined ? [] : [ledger])].join(',');
  const variable = holds(body, throwing) ? `${tracerName}_h${site}` : undefined;
  const report =
    variable === undefined ? `${tracerName}.caught(${argument});` : `const ${variable}=${tracerName}.catching(${argument});try{`;
  const closing = variable === undefined ? '' : `}finally{${variable}.end()}`;
  const within: Surroundings = [...surroundings, { type: 'handler', site, ...(variable !== undefined && { variable }) }];
  if (pattern === null) {
    edits.insert(body.from + 1, report);
    visit(body, within);
    edits.insert(body.to - 1, closing);
    return;
  }
  // `catch ({ code }) { … }` becomes `catch (e){let { code }=(e);… { … }}`.
  edits.insert(pattern.to, `=(${taken}`);
  edits.insert(body.from, `;${report}`);
  visit(body, within);
  edits.insert(body.to, `${closing}}`);
}

/** `.catch(handler)` and `.then(done, handler)`: the function reports, then does its work. */
export function instrumentPromiseHandlers(call: SyntaxNode, surroundings: Surroundings, walk: Walk, visit: Visit): void {
  const handler = promiseHandler(call, walk.source);
  for (const child of children(call)) {
    if (child.name !== 'ArgList' || handler === undefined) {
      visit(child, surroundings);
      continue;
    }
    for (const argument of children(child)) {
      if (argument.from !== handler.from || argument.to !== handler.to) {
        visit(argument, surroundings);
        continue;
      }
      const site = walk.sites.add({
        type: 'handler',
        at: { file: walk.file, line: walk.lineOf(handler.from) },
        used: functionReads(handler, walk.source),
        endsTurn: false,
      });
      walk.edits.insert(handler.from, `${tracerName}.handler(${site},`);
      visit(argument, surroundings);
      walk.edits.insert(handler.to, ')');
    }
  }
}

function promiseHandler(call: SyntaxNode, source: string): SyntaxNode | undefined {
  const callee = call.firstChild;
  const property = callee?.name === 'MemberExpression' ? callee.getChild('PropertyName') : null;
  const list = call.getChild('ArgList');
  if (property === null || property === undefined || list === null) {
    return undefined;
  }
  const given = codeChildren(list).filter(({ name }) => name !== '(' && name !== ')' && name !== ',');
  if (given.some(({ name }) => name === 'Spread')) {
    return undefined;
  }
  const method = source.slice(property.from, property.to);
  if (method === 'catch' && given.length === 1) {
    return given[0];
  }
  return method === 'then' && given.length === 2 ? given[1] : undefined;
}

/** Whether a function reads its first parameter. One that is only named is not accused. */
function functionReads(node: SyntaxNode, source: string): boolean {
  if (node.name !== 'ArrowFunction' && node.name !== 'FunctionExpression') {
    return node.name !== 'null' && !(node.name === 'VariableName' && source.slice(node.from, node.to) === 'undefined');
  }
  const list = node.getChild('ParamList');
  const body = node.lastChild;
  if (list === null || body === null) {
    return true;
  }
  return boundNames(list, source).some((name) =>
    body.name === 'VariableName' ? source.slice(body.from, body.to) === name : reads(body, name, source),
  );
}

function boundNames(node: SyntaxNode | null, source: string): readonly string[] {
  if (node === null) {
    return [];
  }
  return node.name === 'VariableDefinition'
    ? [source.slice(node.from, node.to)]
    : children(node).flatMap((child) => boundNames(child, source));
}

/** Whether a name is read anywhere inside, also by an inner function. */
function reads(node: SyntaxNode, name: string, source: string): boolean {
  return children(node).some((child) => {
    if (child.name === 'VariableName') {
      return source.slice(child.from, child.to) === name;
    }
    // `{ error }` as a value.
    const isShorthand = child.name === 'Property' && child.firstChild?.name === 'PropertyDefinition' && child.firstChild.to === child.to;
    return (isShorthand && source.slice(child.from, child.to) === name) || reads(child, name, source);
  });
}

/** Whether nothing of the turn comes after the handler: then what it caught was the turn's end. */
function endsTurn(clause: SyntaxNode, surroundings: Surroundings): boolean {
  const loop = surroundings.findLast((around) => around.type === 'loop');
  if (loop?.type !== 'loop' || loop.variable === undefined) {
    return false;
  }
  let node: SyntaxNode = clause;
  while (node.from !== loop.body.from || node.to !== loop.body.to) {
    const { parent } = node;
    if (parent === null || isFunctionBoundary(parent) || !leadsToEnd(node, parent)) {
      return false;
    }
    node = parent;
  }
  return true;
}

function leadsToEnd(node: SyntaxNode, parent: SyntaxNode): boolean {
  switch (parent.name) {
    case 'Block':
      return codeChildren(parent).at(-2)?.from === node.from;
    case 'IfStatement':
    case 'LabeledStatement':
    case 'TryStatement':
    case 'CatchClause':
    case 'FinallyClause':
      return true;
    default:
      return false;
  }
}
