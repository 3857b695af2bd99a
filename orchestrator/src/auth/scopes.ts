/** What a token may do. `admin` may do everything. */
export const scopes = ['read', 'run', 'push', 'approve', 'admin'] as const;

export type Scope = (typeof scopes)[number];

export function isScope(name: string): name is Scope {
  return scopes.some((scope) => scope === name);
}

export function mayDo(held: readonly Scope[], wanted: Scope): boolean {
  return held.includes(wanted) || held.includes('admin');
}
