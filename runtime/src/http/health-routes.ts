import type { Hono } from 'hono';
import { expositionType } from '../metrics/exposition.ts';
import type { ApiDeps, ApiEnv } from './api-deps.ts';

/** `/livez`: the process answers. `/readyz` and `/health`: it would also take a task and keep it. */
export function addHealthRoutes(api: Hono<ApiEnv>, deps: ApiDeps): void {
  api.get('/livez', (c) => c.json({ status: 'ok' }));
  for (const path of ['/readyz', '/health'] as const) {
    api.get(path, (c) => {
      const readiness = deps.engine.readiness();
      const reason = readiness.ready ? deps.refusal() : readiness;
      if (reason === undefined) return c.json({ status: 'ok' });
      return c.json({ status: 'unavailable', code: reason.code, message: reason.message }, 503);
    });
  }
  api.get('/metrics', (c) => c.text(deps.metrics(), 200, { 'content-type': expositionType }));
  api.get('/openapi.json', (c) => c.body(JSON.stringify(deps.openapi()), 200, { 'content-type': 'application/json' }));
}
