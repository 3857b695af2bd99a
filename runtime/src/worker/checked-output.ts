import type { Failure } from '@hermes-runtime/schemas';

/** No honest result is deeper, and readers of JSON elsewhere give up not far from here. */
const deepest = 200;

/** Checks again what a harness has checked: an agent can write to the channel itself. `undefined` when all is well. */
export function problemOfOutput(output: unknown, bytes: number, maxBytes: number): Failure | undefined {
  if (bytes > maxBytes) return tooLarge(output, bytes, maxBytes);
  return tooDeep(output);
}

/** A stack of its own instead of recursion: the depth is the agent's to choose. */
function tooDeep(output: unknown): Failure | undefined {
  const stack: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [{ value: output, path: '', depth: 0 }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { value, path, depth } = entry;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) {
      return {
        code: 'result_too_deep',
        message: `The result is nested more than ${deepest} levels deep at ${path.slice(0, 200)}.`,
        path: path.slice(0, 200),
      };
    }
    for (const [key, child] of Object.entries(value)) stack.push({ value: child, path: `${path}/${pointerPart(key)}`, depth: depth + 1 });
  }
  return undefined;
}

function tooLarge(output: unknown, bytes: number, maxBytes: number): Failure {
  const path = largestPart(output);
  const where = path === '' ? '' : ` The largest part is ${path}.`;
  return {
    code: 'result_too_large',
    message: `The result has ${bytes} bytes of JSON; ${maxBytes} are allowed.${where} Return less, or raise limits.output_mb.`,
    path,
  };
}

function largestPart(output: unknown): string {
  if (typeof output !== 'object' || output === null) return '';
  const sizes = Object.entries(output).map(([key, value]) => ({ key, size: JSON.stringify(value).length }));
  const largest = sizes.toSorted((a, b) => b.size - a.size)[0];
  return largest === undefined ? '' : `/${pointerPart(largest.key)}`;
}

function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
