import type { SyntaxNode } from '@lezer/common';
import { tracerName } from './tracer-name.ts';
import { children, codeChildren, holds, type Surroundings, type Walk, type Visit } from './syntax-context.ts';

/** A loop without any of these ends each turn at its end, or fails as a whole: a ledger would say nothing and cost time. */
const worthALedger: ReadonlySet<string> = new Set(['ContinueStatement', 'TryStatement', 'AwaitExpression', 'YieldExpression']);

/** What ends a turn before its end. An `await` alone does not. */
const endsEarly: ReadonlySet<string> = new Set(['ContinueStatement', 'TryStatement']);

const maxHeaderLength = 120;

/** Wraps a `for` loop in its ledger; `whole` is the loop with its labels. */
export function instrumentLoop(
  loop: SyntaxNode,
  labels: readonly string[],
  whole: SyntaxNode,
  surroundings: Surroundings,
  walk: Walk,
  visit: Visit,
): void {
  const body = loop.name === 'DoStatement' ? codeChildren(loop)[1] : loop.lastChild;
  if (body === undefined || body === null) {
    return;
  }
  const spec = loop.name === 'ForStatement' ? codeChildren(loop).find(({ name }) => name.endsWith('Spec')) : undefined;
  const isAwait = children(loop).some(({ name }) => name === 'await');
  if (spec === undefined || !(isAwait || isWorthALedger(body))) {
    if (spec === undefined && holds(body, endsEarly)) {
      walk.passOver(walk.lineOf(loop.from), `the turns of a ${loop.name === 'DoStatement' ? 'do' : 'while'} loop are not counted`);
    }
    for (const child of children(loop)) {
      visit(child, [...surroundings, { type: 'loop', labels, body }]);
    }
    return;
  }
  const { source, file, sites, edits, lineOf } = walk;
  const site = sites.add({
    type: 'loop',
    at: { file, line: lineOf(loop.from) },
    lastLine: lineOf(loop.to),
    header: headerText(source.slice(spec.from + 1, spec.to - 1)),
    isAwait,
  });
  const variable = `${tracerName}_${site}`;
  edits.insert(whole.from, `{const ${variable}=${tracerName}.loop(${site});try{`);
  visit(spec, surroundings);
  const turn = `${variable}.turn(${itemName(spec, body, source)});`;
  const within: Surroundings = [...surroundings, { type: 'loop', labels, variable, body }];
  if (body.name === 'Block') {
    edits.insert(body.from + 1, turn);
    visit(body, within);
    edits.insert(body.to - 1, `;${variable}.done();`);
  } else {
    edits.insert(body.from, `{${turn}`);
    visit(body, within);
    edits.insert(body.to, `;${variable}.done();}`);
  }
  const raised = walk.isDebugged
    ? `}finally{${variable}.raised();`
    : `}catch(${tracerName}_e){throw ${variable}.raised(${tracerName}_e)}finally{`;
  edits.insert(whole.to, `${raised}${variable}.end()}}`);
}

function isWorthALedger(body: SyntaxNode): boolean {
  return worthALedger.has(body.name) || holds(body, worthALedger);
}

function headerText(header: string): string {
  const text = header
    .replace(/^\s*(?:const|let|var|await using|using)\s+/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text.length > maxHeaderLength ? `${text.slice(0, maxHeaderLength)}…` : text;
}

/** The loop variable as the turn's item; empty where the body has a name of its own in its place. */
function itemName(spec: SyntaxNode, body: SyntaxNode, source: string): string {
  const named = spec.name === 'ForSpec' ? spec.getChild('VariableDeclaration') : spec;
  const head = named === null ? [] : namesBeforeValue(named, source);
  const hidden = new Set(body.name === 'Block' ? declaredIn(body, source) : []);
  const free = head.filter((name) => !hidden.has(name));
  if (free.length === 0 || free.length < head.length) {
    return '';
  }
  return free.length === 1 ? (free[0] ?? '') : `[${free.slice(0, 4).join(',')}]`;
}

/** Names that the header binds, before `of`, `in` or `=`. */
function namesBeforeValue(node: SyntaxNode, source: string): readonly string[] {
  const names: string[] = [];
  for (const child of children(node)) {
    if (child.name === 'of' || child.name === 'in' || child.name === 'Equals') {
      break;
    }
    if (child.name === 'VariableDefinition' || child.name === 'VariableName') {
      names.push(source.slice(child.from, child.to));
    } else if (child.name.endsWith('Pattern') || child.name === 'PatternProperty') {
      names.push(...patternNames(child, source));
    }
  }
  return names;
}

function patternNames(node: SyntaxNode, source: string): readonly string[] {
  return children(node).flatMap((child) => {
    if (child.name === 'VariableDefinition') {
      return [source.slice(child.from, child.to)];
    }
    return child.name.endsWith('Pattern') || child.name === 'PatternProperty' ? patternNames(child, source) : [];
  });
}

/** Names that hide the loop variable from the first statement of the body on. */
function declaredIn(block: SyntaxNode, source: string): readonly string[] {
  return children(block).flatMap((statement) => {
    if (statement.name === 'VariableDeclaration') {
      return children(statement).flatMap((child) =>
        child.name === 'VariableDefinition' ? [source.slice(child.from, child.to)] : patternNames(child, source),
      );
    }
    const name = /^(Class|Function)Declaration$/.test(statement.name) ? statement.getChild('VariableDefinition') : null;
    return name === null ? [] : [source.slice(name.from, name.to)];
  });
}
