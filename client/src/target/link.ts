import { type TargetAddress, targetAddress } from './target-address.ts';

/** What a link asks for: `…/debug?target=URL&task=ID`. Anybody can write one. */
export function linkOf({
  path,
  query,
}: {
  readonly path: string;
  readonly query: string;
}): { readonly address: TargetAddress; readonly task: string } | undefined {
  const asked = new URLSearchParams(query);
  const address = targetAddress(asked.get('target') ?? '');
  const task = asked.get('task') ?? '';
  return path === '/debug' && address && /^[\w-]{4,64}$/.test(task) ? { address, task } : undefined;
}
