import type { SyntaxNode } from '@lezer/common';
import { isFunction, propertyKey, propertyValue, unwrapped } from '../javascript/syntax.ts';
import { isSame, walk } from '../source.ts';
import { anyItem } from './field-facts.ts';
import { below, type ValueAt } from './field-trail.ts';
import { functionAround, parametersOf, regionOf, type JavascriptContext } from './javascript-context.ts';
import { calledJavascript } from './javascript-functions.ts';
import { javascriptType, writtenTypes } from './javascript-types.ts';
import { partsOf } from './syntax-parts.ts';

/** Values without fields. */
const plain = new Set(['Number', 'String', 'TemplateString', 'BooleanLiteral', 'null', 'UnaryExpression', 'PostfixExpression', 'RegExp']);
/** Calls that give no object. */
const scalars = /^(?:String|Number|Boolean|parseInt|parseFloat|JSON\.stringify|Math\.\w+|Date\.now)$/;

/** Finds what an expression whose value goes to the output is made of. */
export function produceJavascript(context: JavascriptContext, expression: SyntaxNode, at: ValueAt): void {
  const { source, trail, produce } = context;
  const node = unwrapped(expression);
  if (plain.has(node.name) || isFunction(node) || !trail.enter('result', node, at)) return;
  writtenTypes(context, node, { within: expression, at });
  const parts = partsOf(node);
  switch (node.name) {
    case 'AwaitExpression':
      return parts[1] === undefined ? undefined : produce(parts[1], at);
    case 'ConditionalExpression':
      for (const part of [parts[2], parts[4]]) if (part !== undefined) produce(part, at);
      return;
    case 'BinaryExpression': {
      const [left, operator, right] = parts;
      if (operator === undefined || !/^(?:\?\?|\|\||&&)$/.test(source.textOf(operator))) return;
      for (const part of [left, right]) if (part !== undefined) produce(part, at);
      return;
    }
    case 'ObjectExpression':
      return object(context, node, at);
    case 'ArrayExpression':
      for (const [index, part] of parts.entries()) {
        if (index === 0 || part.name === ',' || part.name === 'Spread' || part.name === ']') continue;
        produce(part, parts[index - 1]?.name === 'Spread' ? at : below(at, anyItem));
      }
      return;
    case 'CallExpression':
      return call(context, node, at);
    case 'VariableName':
    case 'PropertyDefinition':
      return variable(context, node, at);
    default:
      return trail.leak(at, node, 'unknown');
  }
}

function object({ source, trail, produce }: JavascriptContext, node: SyntaxNode, at: ValueAt): void {
  const properties = node.getChildren('Property');
  const beside: string[] = [];
  for (const property of properties) {
    if (property.firstChild?.name === 'Spread') continue;
    const found = propertyKey(source, property);
    if (found === undefined) {
      trail.leak(at, property, 'dynamic');
      continue;
    }
    const { key, at: keyNode } = found;
    const inside = below(at, key);
    const value = propertyValue(property);
    beside.push(key);
    if (value === undefined && !isFunction(property)) {
      trail.use(inside, keyNode, 'shorthand', { write: true });
      // Its key is the name of the variable as well.
      produce(keyNode, inside);
      continue;
    }
    const whole = value?.name === 'VariableName' ? { whole: { from: keyNode.from, to: value.to, name: source.textOf(value) } } : {};
    trail.use(inside, keyNode, keyNode.name === 'String' ? 'quoted' : 'key', { write: true, ...whole });
    if (value !== undefined) produce(value, inside);
  }
  for (const property of properties) {
    const value = property.firstChild?.name === 'Spread' ? partsOf(property)[1] : undefined;
    if (value !== undefined) produce(value, { ...at, beside });
  }
}

function call(context: JavascriptContext, node: SyntaxNode, at: ValueAt): void {
  const { source, trail, produce } = context;
  const callee = node.firstChild;
  const given = partsOf(node.getChild('ArgList'))
    .slice(1, -1)
    .filter((part) => part.name !== ',');
  if (callee === null || scalars.test(source.textOf(callee))) return;
  const method = callee.name === 'MemberExpression' ? source.textOf(callee.lastChild ?? callee) : undefined;
  const [callback] = given;
  if (method === 'map' && callback !== undefined && isFunction(callback)) {
    for (const result of resultsOf(callback)) produce(result, below(at, anyItem));
    return;
  }
  if (source.textOf(callee) === 'Object.assign') {
    for (const part of given) produce(part, at);
    return;
  }
  const called = calledJavascript(context, callee);
  const results = called === undefined ? [] : resultsOf(called.node);
  if (called === undefined || results.length === 0) return trail.leak(at, node, 'unknown');
  if (!context.program.functions.take(called, { context, call: node }, at)) return trail.leak(at, node, 'unknown');
  for (const result of results) called.context.produce(result, at);
  javascriptType(called.context, called.node.getChild('TypeAnnotation'), at);
}

function variable(context: JavascriptContext, node: SyntaxNode, at: ValueAt): void {
  const { source, trail, bind } = context;
  const name = source.textOf(node);
  if (name === 'undefined') return;
  const region = regionOf(node);
  const [definition, ...more] = context.reachOf(name, region).bound.filter((place) => place.name === 'VariableDefinition');
  // A variable of another scope, a parameter, or a name that is declared twice.
  const isPlain = definition?.parent?.name === 'VariableDeclaration' && more.length === 0;
  const around = functionAround(node);
  const parameter =
    definition === undefined
      ? parametersOf(around).find((one) => one?.name === 'VariableDefinition' && source.textOf(one) === name)
      : undefined;
  if (parameter !== undefined && isFunction(around)) {
    bind(parameter, region, at);
    if (!context.program.functions.want(context, around, name, at)) trail.leak(at, node, 'unknown');
    return;
  }
  if (isPlain) bind(definition, region, at);
  else trail.leak(at, node, 'unknown');
}

/** What a function gives back, without what functions in it do. */
export function resultsOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const body = definition.getChild('Block');
  if (body === null) return definition.lastChild === null ? [] : [definition.lastChild];
  // What calls a generator gets what it yields.
  if (definition.getChild('Star') !== null) return [];
  const results: SyntaxNode[] = [];
  walk(body, (at) => {
    if (!isSame(at.node, body) && (isFunction(at.node) || at.name === 'ClassBody')) return false;
    const value = at.name === 'ReturnStatement' ? partsOf(at.node).find((part) => part.name !== 'return' && part.name !== ';') : undefined;
    if (value !== undefined) results.push(value);
    return undefined;
  });
  return results;
}
