import type { Scope } from './scopes.ts';

type Rule = { readonly method: string; readonly path: RegExp; readonly scope: Scope };

/** The first rule that fits counts. */
const rules: readonly Rule[] = [
  { method: 'GET', path: /^\/api\/v1\/audit$/, scope: 'admin' },
  { method: 'GET', path: /^\/(?:metrics|openapi\.json)$/, scope: 'read' },
  { method: 'GET', path: /^\/api\/v1\/(?:agents|tasks|events|stream|runtime|roots|bundles|environments)(?:\/|$)/, scope: 'read' },
  { method: 'POST', path: /^\/api\/v1\/(?:tasks|cases)$/, scope: 'run' },
  { method: 'POST', path: /^\/api\/v1\/tasks\/[^/]+\/cancel$/, scope: 'run' },
  { method: 'POST', path: /^\/api\/v1\/tasks\/[^/]+\/approvals\/[^/]+$/, scope: 'approve' },
  { method: 'PUT', path: /^\/api\/v1\/agents\/[^/]+\/versions\/[^/]+$/, scope: 'push' },
  { method: 'POST', path: /^\/api\/v1\/agents\/[^/]+\/(?:diff|rollback|activate)$/, scope: 'push' },
  { method: 'POST', path: /^\/api\/v1\/environments$/, scope: 'push' },
  { method: 'PUT', path: /^\/api\/v1\/snapshots\/[^/]+$/, scope: 'push' },
];

/** What a request needs. What nobody has thought of needs everything. */
export function scopeOf(method: string, path: string): Scope {
  const asked = method === 'HEAD' ? 'GET' : method;
  return rules.find((rule) => rule.method === asked && rule.path.test(path))?.scope ?? 'admin';
}
