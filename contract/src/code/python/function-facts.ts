import type { SyntaxNode } from '@lezer/common';
import type { FunctionFacts } from '../code-facts.ts';
import { inputMisuses, withMisuses } from '../input-misuses.ts';
import { inputReads } from '../input-reads.ts';
import { childrenOf, isSame, walk, type Source } from '../source.ts';
import { pythonParameters } from './parameters.ts';
import { pythonReturns } from './returned-shapes.ts';
import { pythonUses } from './variable-uses.ts';

const innerScopes = new Set(['FunctionDefinition', 'LambdaExpression', 'ClassDefinition']);

/** What is known of a `def` or a `lambda` from its text. */
export function pythonFunction(source: Source, node: SyntaxNode): FunctionFacts {
  const list = node.getChild('ParamList');
  const parameters = pythonParameters(source, list);
  const inputName = parameters.find((parameter) => parameter.kind === 'positional')?.name;
  const body = node.getChild('Body') ?? node.lastChild ?? node;
  const usesOf = pythonUses(source, body);
  const own = ownStatements(source, body);
  const decorated = node.parent?.name === 'DecoratedStatement';
  const returnType = node.name === 'FunctionDefinition' ? node.getChild('TypeDef')?.lastChild : undefined;
  return {
    header: source.rangeOf({ from: node.from, to: node.getChild('TypeDef')?.to ?? list?.to ?? node.from }),
    broken: source.brokenIn(node.from, node.to),
    async: node.firstChild?.name === 'async',
    generator: own.yields,
    decorated,
    parameters,
    ...(returnType ? { returnType: { text: source.textOf(returnType), range: source.rangeOf(returnType) } } : {}),
    ...(inputName === undefined
      ? { reads: [] }
      : {
          inputName,
          ...inputTypeOf(source, list, inputName),
          ...inputReads(source, usesOf, inputName),
          ...withMisuses(inputMisuses(source, body, usesOf, inputName, 'python')),
        }),
    returns: node.name === 'LambdaExpression' ? [] : pythonReturns(source, own.returns, usesOf),
    neverLeaves: node.name !== 'LambdaExpression' && own.returns.length === 0 && !own.raises && !own.yields,
  };
}

function inputTypeOf(source: Source, list: SyntaxNode | null, inputName: string): Pick<FunctionFacts, 'inputType'> {
  const name = list?.getChildren('VariableName').find((node) => source.textOf(node) === inputName);
  const type = name?.nextSibling?.name === 'TypeDef' ? name.nextSibling.lastChild : undefined;
  return type ? { inputType: { text: source.textOf(type), range: source.rangeOf(type) } } : {};
}

/** What stands in the function itself and not in a function inside it. */
function ownStatements(
  source: Source,
  body: SyntaxNode,
): { readonly returns: readonly SyntaxNode[]; readonly yields: boolean; readonly raises: boolean } {
  const returns: SyntaxNode[] = [];
  let yields = false;
  let raises = false;
  walk(body, (at) => {
    if (innerScopes.has(at.name) && !isSame(at, body)) return false;
    if (at.name === 'ReturnStatement') returns.push(at.node);
    if (at.name === 'YieldStatement' || at.name === 'YieldExpression') yields = true;
    if (at.name === 'RaiseStatement' || (at.name === 'CallExpression' && endsAll(source, at.node))) raises = true;
    return undefined;
  });
  return { returns, yields, raises };
}

/** `sys.exit()` raises too. */
function endsAll(source: Source, call: SyntaxNode): boolean {
  return call.firstChild !== null && /^(?:sys\.exit|os\._exit|os\.abort|exit|quit)$/.test(source.textOf(call.firstChild));
}

/** The function definitions right in a block, decorated or not. */
export function functionsIn(block: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(block).flatMap((statement) => {
    const node = statement.name === 'DecoratedStatement' ? statement.getChild('FunctionDefinition') : statement;
    return node?.name === 'FunctionDefinition' ? [node] : [];
  });
}
