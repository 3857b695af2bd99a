import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { until } from './until.ts';

/** Ends the runtime that a window left behind, which is what a runtime is for, and waits until it is gone. */
export async function stopRuntime(socketPath: string): Promise<void> {
  if (!existsSync(socketPath)) return;
  await call(socketPath, 'POST', '/api/v1/stop', '{}').catch(() => undefined /* It is gone already. */);
  await until(
    'the runtime is gone',
    async () =>
      call(socketPath, 'GET', '/livez').then(
        () => false,
        () => true,
      ),
    15_000,
  );
}

/** One request to a runtime's socket: what any other program of the same user could do. */
export async function call(socketPath: string, method: string, path: string, body?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { socketPath, method, path, headers: { host: 'localhost', ...(body !== undefined && { 'content-type': 'application/json' }) } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve(text === '' ? undefined : JSON.parse(text)));
        response.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
