import type { SyntaxNode } from '@lezer/common';
import { pythonString } from '../python/string-value.ts';
import { targetOf } from '../python/variable-uses.ts';
import { isSame } from '../source.ts';
import { anyItem } from './field-facts.ts';
import { below, makes, type ValueAt } from './field-trail.ts';
import type { PythonContext } from './python-context.ts';
import { annotationOf, calledPython, parameterFor } from './python-functions.ts';
import { isPlain } from './python-merges.ts';
import { attributeOf, becomesModel, dictionaryOf, modelOf, type PythonModel } from './python-models.ts';
import { pythonType } from './python-types.ts';
import { partsOf } from './syntax-parts.ts';

/** Functions that show a value to a person, or say something about it, and no more. */
const lookers = /^(?:len|print|bool|isinstance|type|id|any|all|log(?:ger|ging)?\.\w+)$/;
/** Functions that give the same value, or one with the same fields. */
const copiers = /^(?:dict|copy\.(?:deep)?copy)$/;
/** The same of a list's items; of an object they would give its keys. */
const listers = /^(?:list|tuple|sorted|reversed|set)$/;

/** A value that a function is called with. */
export function followPythonCall(
  context: PythonContext,
  node: SyntaxNode,
  { parts, index, at }: { readonly parts: readonly SyntaxNode[]; readonly index: number; readonly at: ValueAt },
): void {
  const { source, trail, follow } = context;
  const call = node.parent?.parent ?? null;
  const callee = call?.firstChild ?? null;
  if (call?.name !== 'CallExpression' || callee === null) return trail.leak(at, node, 'passed');
  const before = parts[index - 1]?.name;
  const model = makes(at) ? undefined : modelMadeBy(context, callee, before);
  if (model !== undefined && parts.length === (before === '**' ? 4 : 3))
    return follow(call, becomesModel(context, model.of, { ...model, call, at }));
  // What it is given it has anyway: this is where the value came to the output.
  const isMade = makes(at) && trail.isResult(call) && (source.textOf(callee) === 'dict' || modelOf(context, callee) !== undefined);
  if (isMade) return;
  if (before === '*' || before === '**') return trail.leak(at, node, 'passed');
  const name = source.textOf(callee);
  if (lookers.test(name)) return;
  const position = parts.slice(0, index).filter((part) => part.name === ',').length;
  // `dataclasses.asdict(object)` gives a dictionary.
  if (at.model !== undefined && /^(?:dataclasses\.)?asdict$/.test(name)) return follow(call, dictionaryOf(at));
  if (/^(?:typing\.)?cast$/.test(name) && position === 1) {
    pythonType(context, parts[1], at);
    return follow(call, at);
  }
  if (before !== 'AssignOp' && position === 0 && copiers.test(name)) {
    // `dict(value, key=1)`
    for (const [place, part] of parts.entries())
      if (name === 'dict' && parts[place + 1]?.name === 'AssignOp')
        trail.use(below(at, source.textOf(part)), part, 'name', { write: true });
    return parts.some((part) => part.name === '**') ? trail.leak(at, node, 'passed') : follow(call, at);
  }
  if (before !== 'AssignOp' && position === 0 && listers.test(name)) {
    trail.leak(at, node, 'dynamic');
    return follow(call, at);
  }
  const called = calledPython(context, callee);
  const argument = before === 'AssignOp' ? { keyword: source.textOf(parts[index - 2] ?? node) } : { position };
  const isSpread = parts.slice(0, index).some((part) => part.name === '*' || part.name === '**');
  const parameter = called === undefined || isSpread ? undefined : parameterFor(called, argument);
  const body = called?.node.getChild('Body');
  if (called === undefined || parameter === undefined || !body) return trail.leak(at, node, 'passed');
  if (!context.program.functions.give(called, { context, call }, parameter, at)) return trail.leak(at, node, 'passed');
  called.context.followName(parameter, body, at, 'parameter');
  pythonType(called.context, annotationOf(called, parameter), at);
}

/** `Model(**value)`, `Model.model_validate(value)`. */
function modelMadeBy(
  context: PythonContext,
  callee: SyntaxNode,
  before: string | undefined,
): { readonly of: PythonModel; readonly name: SyntaxNode } | undefined {
  const [name, , method] = callee.name === 'MemberExpression' ? partsOf(callee) : [callee];
  const isValidated = method !== undefined && /^(?:model_validate|parse_obj)$/.test(context.source.textOf(method));
  const of = name === undefined ? undefined : modelOf(context, name);
  const isMade = isValidated
    ? of?.kind === 'pydantic' && before === '('
    : method === undefined && (before === '**' || of?.kind === 'dictionary');
  return of === undefined || name === undefined || !isMade ? undefined : { of, name };
}

/** `object.field`, and what pydantic gives every model. */
function followAttribute(context: PythonContext, member: SyntaxNode, at: ValueAt): void {
  const { source, trail, follow, produce } = context;
  const attribute = partsOf(member)[2] ?? member;
  const inside = attributeOf(context, at, attribute);
  const target = targetOf(member);
  if (inside !== undefined) {
    trail.use(inside, attribute, 'name', { write: target !== undefined });
    if (target === undefined) return follow(member, inside);
    return target.value !== undefined && makes(at) ? produce(target.value, inside) : undefined;
  }
  const call = member.parent;
  const isCall = call?.name === 'CallExpression' && isSame(call.firstChild, member) && partsOf(call.getChild('ArgList')).length === 2;
  const method = source.textOf(attribute);
  if (isCall && /^(?:model_dump|dict)$/.test(method)) return follow(call, dictionaryOf(at));
  if (isCall && /^(?:model_copy|copy)$/.test(method)) return follow(call, at);
  const own = at.model?.methods.some((one) => at.model?.context.source.textOf(one.getChild('VariableName') ?? one) === method);
  if (own !== true) trail.leak(at, member, 'passed');
}

/** `value.method(…)`. */
export function followPythonMethod(context: PythonContext, member: SyntaxNode, at: ValueAt): void {
  if (at.model !== undefined) return followAttribute(context, member, at);
  const { source, trail, follow, produce } = context;
  const call = member.parent;
  const method = source.textOf(partsOf(member)[2] ?? member);
  if (call?.name !== 'CallExpression' || !isSame(call.firstChild, member)) return trail.leak(at, member, 'passed');
  const given = partsOf(call.getChild('ArgList')).slice(1, -1);
  const [first] = given;
  const isMade = makes(at);
  switch (method) {
    case 'get':
    case 'pop':
    case 'setdefault': {
      const name = first?.name === 'String' ? pythonString(source.textOf(first)) : undefined;
      // A list's `pop` takes a number, or nothing.
      if (first === undefined || first.name === 'Number') return follow(call, below(at, anyItem));
      if (name === undefined) return trail.leak(at, first, 'dynamic');
      trail.use(below(at, name), first, 'quoted', { write: method === 'setdefault' });
      if (isMade && method === 'setdefault' && given[2] !== undefined) produce(given[2], below(at, name));
      if (!isMade && !isPlain(context, given[2])) trail.leak(below(at, name), call, 'rebound');
      return follow(call, below(at, name));
    }
    case 'copy':
      return follow(call, at);
    case 'append':
    case 'insert': {
      const item = given.at(-1);
      return isMade && item !== undefined ? produce(item, below(at, anyItem)) : undefined;
    }
    case 'extend':
    case 'update': {
      if (isMade) for (const part of given) if (!/^(?:,|AssignOp|\*\*?)$/.test(part.name)) addPart(context, part, { given, at });
      return isMade ? undefined : trail.leak(at, call, 'rebound');
    }
    case 'sort':
    case 'reverse':
    case 'clear':
      return;
    default:
      return trail.leak(at, call, 'passed');
  }
}

/** One argument of `update` or `extend`. */
function addPart(
  { source, trail, produce }: PythonContext,
  part: SyntaxNode,
  { given, at }: { readonly given: readonly SyntaxNode[]; readonly at: ValueAt },
): void {
  const index = given.indexOf(part);
  if (given[index - 1]?.name === 'AssignOp') {
    const name = source.textOf(given[index - 2] ?? part);
    trail.use(below(at, name), given[index - 2] ?? part, 'name', { write: true });
    produce(part, below(at, name));
  } else if (given[index + 1]?.name !== 'AssignOp') produce(part, at);
}
