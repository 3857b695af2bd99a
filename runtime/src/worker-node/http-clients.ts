import { fileURLToPath } from 'node:url';

/** Where the packages among them are installed. */
export const packages: readonly string[] = [fileURLToPath(new URL('../../../node_modules', import.meta.url))];

/** `get(url)` gives the status and the text, follows one redirect, and gives up after 250 ms; line 1 asks for nothing. */
export const clients: Readonly<Record<string, string>> = {
  fetch: `const get = async (url) => { const r = await fetch(url, { signal: AbortSignal.timeout(250) }); return { status: r.status, text: await r.text() }; };`,
  undici: `import { fetch as load } from 'undici'; const get = async (url) => { const r = await load(url, { signal: AbortSignal.timeout(250) }); return { status: r.status, text: await r.text() }; };`,
  'undici request': `import { request } from 'undici'; const get = async (url) => { const r = await request(url, { signal: AbortSignal.timeout(250) }); if (r.statusCode === 302) return get(new URL(r.headers.location, url).href); return { status: r.statusCode, text: await r.body.text() }; };`,
  http: nodeClient('http'),
  https: nodeClient('https'),
};

function nodeClient(scheme: string): string {
  return `import http from 'node:${scheme}'; const get = (url) => new Promise((resolve, reject) => { const q = http.get(url, { rejectUnauthorized: false, agent: false, signal: AbortSignal.timeout(250) }, (r) => { if (r.statusCode === 302) { r.resume(); return resolve(get(new URL(r.headers.location, url).href)); } const chunks = []; r.on('data', (c) => chunks.push(c)); r.on('error', reject); r.on('end', () => resolve({ status: r.statusCode, text: Buffer.concat(chunks).toString() })); }); q.on('error', reject); });`;
}
