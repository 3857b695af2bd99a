import type { SyntaxNode } from '@lezer/common';
import { pythonString } from '../python/string-value.ts';
import { isSame, walk, type Source } from '../source.ts';
import { anyItem } from './field-facts.ts';
import { below, type ValueAt } from './field-trail.ts';
import { parametersOf, regionOf, type PythonContext } from './python-context.ts';
import { calledPython } from './python-functions.ts';
import { becomesModel, dictionaryOf, dumpedBy, modelOf, type PythonModel } from './python-models.ts';
import { pythonType } from './python-types.ts';
import { partsOf } from './syntax-parts.ts';

/** Values without fields. */
const plain = new Set([
  'None',
  'Number',
  'Boolean',
  'String',
  'ContinuedString',
  'FormatString',
  'UnaryExpression',
  'LambdaExpression',
  'Ellipsis',
]);
const innerScopes = new Set(['FunctionDefinition', 'LambdaExpression', 'ClassDefinition']);

/** Finds what an expression whose value goes to the output is made of. */
export function producePython(context: PythonContext, node: SyntaxNode, at: ValueAt): void {
  const { source, trail, produce } = context;
  if (plain.has(node.name) || !trail.enter('result', node, at)) return;
  const parts = partsOf(node);
  switch (node.name) {
    case 'ParenthesizedExpression':
    case 'AwaitExpression':
      return parts[1] === undefined ? undefined : produce(parts[1], at);
    case 'ConditionalExpression':
      for (const part of [parts[0], parts[4]]) if (part !== undefined) produce(part, at);
      return;
    case 'BinaryExpression': {
      const [left, operator, right] = parts;
      const sign = operator === undefined ? '' : source.textOf(operator);
      // A comparison is true or false.
      if (!['or', 'and', '|', '+'].includes(sign)) return;
      for (const part of [left, right]) if (part !== undefined) produce(part, at);
      return;
    }
    case 'DictionaryExpression':
      return dictionary(context, parts, at);
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression':
      for (const part of parts.slice(1, -1)) if (part.name !== ',') produce(part, below(at, anyItem));
      return;
    case 'ArrayComprehensionExpression':
    case 'ComprehensionExpression':
      return parts[1] === undefined ? undefined : produce(parts[1], below(at, anyItem));
    case 'CallExpression':
      return call(context, node, at);
    case 'VariableName':
      return variable(context, node, at);
    default:
      return trail.leak(at, node, 'unknown');
  }
}

function dictionary({ source, trail, produce }: PythonContext, parts: readonly SyntaxNode[], at: ValueAt): void {
  const beside: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (parts[index + 1]?.name !== ':') continue;
    const name = part.name === 'String' ? pythonString(source.textOf(part)) : undefined;
    if (name === undefined) {
      trail.leak(at, part, 'dynamic');
      continue;
    }
    beside.push(name);
    trail.use(below(at, name), part, 'quoted', { write: true });
    const value = parts[index + 2];
    if (value !== undefined) produce(value, below(at, name));
  }
  for (const [index, part] of parts.entries()) if (parts[index - 1]?.name === '**') produce(part, { ...at, beside });
}

const pairs = /^(?:Array|Tuple|Set)Expression$|ComprehensionExpression$/;

/** `dict(key=value)`, and a function of the same text that is called nowhere else. */
function call(context: PythonContext, node: SyntaxNode, at: ValueAt): void {
  const { source, trail, produce } = context;
  const callee = node.firstChild;
  if (callee === null) return;
  if (source.textOf(callee) === 'dict') {
    const parts = partsOf(node.getChild('ArgList')).slice(1, -1);
    for (const [index, part] of parts.entries()) {
      if (part.name === ',' || part.name === '**' || part.name === 'AssignOp' || parts[index + 1]?.name === 'AssignOp') continue;
      const key = parts[index - 1]?.name === 'AssignOp' ? parts[index - 2] : undefined;
      if (key !== undefined) trail.use(below(at, source.textOf(key)), key, 'name', { write: true });
      // Of a list of pairs it is made of what stands in these.
      if (key === undefined && pairs.test(part.name)) trail.leak(at, part, 'unknown');
      else produce(part, key === undefined ? at : below(at, source.textOf(key)));
    }
    return;
  }
  if (['str', 'int', 'float', 'bool', 'len', 'round'].includes(source.textOf(callee))) return;
  const model = modelOf(context, callee);
  if (model !== undefined && (model.kind === 'dictionary' || at.model !== undefined))
    return object(context, node, { model, name: callee, at });
  const dumped = dumpedBy(context, node);
  if (dumped !== undefined) return produce(dumped.object, { ...at, model: dumped.model });
  const called = calledPython(context, callee);
  const results = called === undefined ? [] : returnsOf(called.node);
  if (called === undefined || results.length === 0) return trail.leak(at, node, 'unknown');
  if (!context.program.functions.take(called, { context, call: node }, at)) return trail.leak(at, node, 'unknown');
  for (const result of results) called.context.produce(result, at);
  pythonType(called.context, called.node.getChild('TypeDef')?.lastChild, at);
}

/** `Model(key=value)`. */
function object(
  context: PythonContext,
  call: SyntaxNode,
  { model, name, at }: { readonly model: PythonModel; readonly name: SyntaxNode; readonly at: ValueAt },
): void {
  const { source, trail, produce } = context;
  becomesModel(context, model, { name, call, at });
  const plain = dictionaryOf(at);
  const parts = partsOf(call.getChild('ArgList')).slice(1, -1);
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    const key = before?.name === 'AssignOp' ? parts[index - 2] : undefined;
    if (key !== undefined) {
      trail.use(below(plain, source.textOf(key)), key, 'name', { write: true });
      produce(part, below(plain, source.textOf(key)));
    } else if (before?.name === '**') produce(part, plain);
    else if ((before === undefined || before.name === ',') && !/^(?:,|\*\*)$/.test(part.name) && parts[index + 1]?.name !== 'AssignOp')
      trail.leak(plain, part, 'unknown');
  }
}

function variable(context: PythonContext, node: SyntaxNode, at: ValueAt): void {
  const { source, trail } = context;
  const name = source.textOf(node);
  const region = regionOf(node);
  const isBoundHere = context.reachOf(name, region).bound.some((place) => isTarget(source, place));
  const around = region.parent;
  const isParameter = around !== null && parametersOf(source, around).includes(name);
  if (isBoundHere || isParameter) context.followName(name, region, at, 'variable');
  const isKnown = isParameter ? context.program.functions.want(context, around, name, at) : isBoundHere;
  if (!isKnown) trail.leak(at, node, 'unknown');
}

function isTarget(source: Source, node: SyntaxNode): boolean {
  const [first, second] = partsOf(node.parent);
  return node.parent?.name === 'AssignStatement' && isSame(first, node) && second !== undefined && source.textOf(node.parent).includes('=');
}

/** What the `return` statements of a function give, without those of functions in it. */
export function returnsOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const results: SyntaxNode[] = [];
  let yields = false;
  const body = definition.getChild('Body') ?? definition.lastChild ?? definition;
  if (definition.name === 'LambdaExpression') return definition.lastChild === null ? [] : [definition.lastChild];
  walk(body, (at) => {
    if (innerScopes.has(at.name)) return false;
    if (at.name.startsWith('Yield')) yields = true;
    const [, value] = at.name === 'ReturnStatement' ? partsOf(at.node) : [];
    if (value !== undefined) results.push(value);
    return undefined;
  });
  // What calls a generator gets what it yields.
  return yields ? [] : results;
}
