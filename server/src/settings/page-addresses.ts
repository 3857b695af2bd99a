import { own, problemCodes } from '@hermes-runtime/contract';

/**
 * The addresses of the pages about problems, where an editor says in its `initializationOptions` how it shows them:
 * `problemPages` with `{code}` in the place of the problem's code. Undefined where it says nothing.
 */
export function pagesIn(options: unknown): ((code: string) => string | undefined) | undefined {
  const address = own(options, 'problemPages');
  if (typeof address !== 'string') return undefined;
  return (code) => (problemCodes.includes(code) ? address.replaceAll('{code}', code) : undefined);
}
