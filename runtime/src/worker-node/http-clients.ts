import { fileURLToPath } from 'node:url';

/** Where the packages among them are installed. */
export const packages: readonly string[] = [fileURLToPath(new URL('../../../node_modules', import.meta.url))];

/** Only what never answers is given up, however slow the machine is. */
const limit = `const limit = (url) => (url.endsWith('/silent') ? 400 : 30_000);`;

/** `get(url)` gives the status and the text, follows one redirect, and gives up where nothing comes; line 1 asks for nothing. */
export const clients: Readonly<Record<string, string>> = {
  fetch: `${limit} const get = async (url) => { const r = await fetch(url, { signal: AbortSignal.timeout(limit(url)) }); return { status: r.status, text: await r.text() }; };`,
  undici: `import { fetch as load } from 'undici'; ${limit} const get = async (url) => { const r = await load(url, { signal: AbortSignal.timeout(limit(url)) }); return { status: r.status, text: await r.text() }; };`,
  'undici request': `import { request } from 'undici'; ${limit} const get = async (url) => { const r = await request(url, { signal: AbortSignal.timeout(limit(url)) }); if (r.statusCode === 302) return get(new URL(r.headers.location, url).href); return { status: r.statusCode, text: await r.body.text() }; };`,
  http: nodeClient('http'),
  https: nodeClient('https'),
};

function nodeClient(scheme: string): string {
  return `import http from 'node:${scheme}'; ${limit} const get = (url) => new Promise((resolve, reject) => { const q = http.get(url, { rejectUnauthorized: false, agent: false, signal: AbortSignal.timeout(limit(url)) }, (r) => { if (r.statusCode === 302) { r.resume(); return resolve(get(new URL(r.headers.location, url).href)); } const chunks = []; r.on('data', (c) => chunks.push(c)); r.on('error', reject); r.on('end', () => resolve({ status: r.statusCode, text: Buffer.concat(chunks).toString() })); }); q.on('error', reject); });`;
}
