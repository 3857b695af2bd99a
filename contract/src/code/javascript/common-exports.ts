import type { SyntaxNode } from '@lezer/common';
import { childrenOf, isSame, walk, type Source } from '../source.ts';
import { functionOf, type Declared } from './declarations.ts';
import { valueExports, type ExportFound, type ExportsFound } from './exported-value.ts';
import { isFunction, memberKey, wrapped } from './syntax.ts';

/** `module.exports = …`, `module.exports.execute = …`, `exports.execute = …`. Any other use of the two names is not followed. */
export function commonExports(source: Source, names: ReadonlyMap<string, Declared>): ExportsFound {
  const found: ExportFound[] = [];
  let whole: ExportFound | undefined;
  let open = false;
  walk(source.root, (at) => {
    if (at.name !== 'VariableName') return undefined;
    const name = source.textOf(at);
    if ((name !== 'module' && name !== 'exports') || names.has(name) || isMainTest(source, at.node)) return undefined;
    const place = name === 'module' ? exportsOfModule(source, at.node) : at.node;
    if (place !== undefined && (isMark(source, place) || isRead(source, place))) return undefined;
    const one = place === undefined ? undefined : assignmentTo(source, names, place);
    if (one === undefined) open = true;
    else {
      found.push(...one.found);
      // Of two, nobody knows which is the last.
      open ||= one.open || (whole !== undefined && one.whole !== undefined);
      whole ??= one.whole;
    }
    return undefined;
  });
  return { found, open, ...(whole === undefined ? {} : { whole }) };
}

/** `require.main === module` says nothing of exports. */
function isMainTest(source: Source, node: SyntaxNode): boolean {
  return node.parent?.name === 'BinaryExpression' && /\brequire\.main\b/.test(source.textOf(node.parent));
}

/** `Object.defineProperty(exports, '__esModule', …)`, which compilers write, gives out that key and no other. */
function isMark(source: Source, exported: SyntaxNode): boolean {
  const [target, key] = childrenOf(exported.parent).filter(({ name }) => name !== '(' && name !== ',');
  return (
    exported.parent?.name === 'ArgList' &&
    exported.parent.prevSibling !== null &&
    source.textOf(exported.parent.prevSibling) === 'Object.defineProperty' &&
    isSame(target, exported) &&
    key !== undefined &&
    /^(["'])__esModule\1$/.test(source.textOf(key))
  );
}

/** `exports.other` in an expression is looked up, and gives out nothing. */
function isRead(source: Source, exported: SyntaxNode): boolean {
  const member = memberOf(exported);
  if (member === undefined || memberKey(source, member)?.key === undefined || assigned(member) !== undefined) return false;
  const around = wrapped(member).parent;
  return around?.name === 'CallExpression' || around?.name === 'BinaryExpression' || around?.name === 'ArgList';
}

function exportsOfModule(source: Source, module: SyntaxNode): SyntaxNode | undefined {
  const member = memberOf(module);
  return member !== undefined && memberKey(source, member)?.key === 'exports' ? member : undefined;
}

/** What an assignment to the exports object, or to one of its keys, gives out. Undefined when it is no plain assignment. */
function assignmentTo(source: Source, names: ReadonlyMap<string, Declared>, exported: SyntaxNode): ExportsFound | undefined {
  const member = memberOf(exported);
  const key = member === undefined ? undefined : memberKey(source, member);
  const value = assigned(member ?? exported);
  const nested = isNested(exported);
  if (value === undefined || nested) return undefined;
  if (member === undefined) return valueOfChain(source, names, value, exported);
  if (key?.key === undefined) return undefined;
  if (key.key !== 'execute') return { found: [], open: false };
  const node = functionOf(source, names, value);
  return { found: [{ at: key.at, conditional: isConditional(exported), ...(node === undefined ? {} : { node }) }], open: false };
}

/** In `exports = module.exports = {…}` the inner assignment is seen by itself. */
function valueOfChain(source: Source, names: ReadonlyMap<string, Declared>, value: SyntaxNode, exported: SyntaxNode): ExportsFound {
  if (value.name === 'AssignmentExpression' || source.textOf(value) === 'module.exports') return { found: [], open: false };
  const { found, open, whole } = valueExports(source, names, value);
  const conditional = isConditional(exported);
  return {
    found: found.map((one) => ({ ...one, conditional })),
    open: open || (conditional && whole !== undefined),
    ...(whole ? { whole } : {}),
  };
}

function memberOf(node: SyntaxNode): SyntaxNode | undefined {
  const whole = wrapped(node);
  return whole.parent?.name === 'MemberExpression' && isSame(whole.parent.firstChild, whole) ? whole.parent : undefined;
}

/** The value that is assigned, through `a = b = value` too. */
function assigned(place: SyntaxNode): SyntaxNode | undefined {
  const whole = wrapped(place);
  const [left, operator, right] = childrenOf(whole.parent);
  if (whole.parent?.name !== 'AssignmentExpression' || !isSame(left, whole) || operator?.name !== 'Equals' || right === undefined)
    return undefined;
  return right;
}

function isNested(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (isFunction(at)) return true;
  return false;
}

function isConditional(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (/^(?:If|Try|Switch|For|While)Statement$/.test(at.name)) return true;
  return false;
}
