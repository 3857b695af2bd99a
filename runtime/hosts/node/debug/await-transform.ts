import { parser } from '@lezer/javascript';
import { sourceEdits } from '../transform/source-edits.ts';
import { codeChildren } from '../transform/syntax-context.ts';
import { awaitedName } from './awaited-name.ts';

/**
 * `await x` becomes `__hermes_awaited.got(await __hermes_awaited.settled(x))`, on the line where it is.
 * A promise of a library that rejects was rejected somewhere in the library, with nothing of the agent on the stack;
 * so the error is thrown once more where the agent waits for it, and a debugger stops there, with the agent's locals.
 */
export function transformAwaits(source: string): string {
  const tree = parser.parse(source);
  const edits = sourceEdits(source);
  let isReadable = true;
  tree.iterate({
    enter: ({ type, node }) => {
      isReadable &&= !type.isError;
      const operand = type.name === 'AwaitExpression' ? codeChildren(node).at(-1) : undefined;
      if (operand !== undefined && operand.from > node.from) {
        edits.insert(node.from, `${awaitedName}.got(`);
        edits.insert(operand.from, `${awaitedName}.settled(`);
        edits.insert(operand.to, '))');
      }
    },
  });
  return isReadable && edits.count() > 0 ? edits.apply() : source;
}
