import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type Server, createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startHarness } from './harness-process.ts';
import { testPackages } from './test-packages.ts';

const packages = await testPackages();
const missing = packages.status === 'missing' ? ` (not run: ${packages.reason})` : '';
const folder = mkdtempSync(join(tmpdir(), 'hermes-tls-'));
const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
afterAll(() => rmSync(folder, { recursive: true }));

/** Signed by itself, so that a client that was not told of it refuses it. */
async function startSecureServer(): Promise<{ readonly server: Server; readonly url: string }> {
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', names];
  execFileSync('openssl', [...request, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
    if (asked.url === '/reset') asked.socket.destroy();
    else answer.end(`answer to ${asked.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { server, url: `https://127.0.0.1:${address.port}` };
}

const main = `
import asyncio, aiohttp, httpx, requests, ssl, urllib.request

async def soon(url, context):
    async with aiohttp.ClientSession() as session, session.get(url, ssl=context) as answer:
        return await answer.text()

def execute(input_data):
    trusting = ssl.create_default_context(cafile=input_data["cert"])
    met = []
    for path in ["/a", "/b", "/reset"]:
        url = input_data["url"] + path
        for call in [
            lambda: requests.get(url, verify=input_data["cert"]).text,
            lambda: requests.get(url, verify=False).text,
            lambda: requests.get(url).text,
            lambda: urllib.request.urlopen(url, context=trusting).read().decode(),
            lambda: urllib.request.urlopen(url).read().decode(),
            lambda: httpx.get(url, verify=trusting).text,
            lambda: httpx.get(url).text,
            lambda: asyncio.run(soon(url, trusting)),
            lambda: asyncio.run(soon(url, True)),
        ]:
            try:
                met.append(call())
            except Exception as error:
                met.append(repr(error))
    return met
`;

test.skipIf(missing !== '')(
  `what was read over TLS, certificates that were refused and warnings are the same in a replay${missing}`,
  async () => {
    const { server, url } = await startSecureServer();
    const harness = startHarness({ 'main.py': main }, packages.status === 'ready' ? { packages: [packages.folder] } : {});
    const first = await harness.run({ url, cert }, { record: true });
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(first.failure).toBeUndefined();
    expect(JSON.stringify(first.output)).toMatch(/answer to .*CERTIFICATE_VERIFY_FAILED/);
    const replayed = await harness.run({ url, cert }, { replay: { rule: 'exact', ...first.recorded } });
    await harness.close();
    expect(replayed.failure).toBeUndefined();
    expect(replayed.output).toEqual(first.output);
    const warnings = [first, replayed].map(({ events }) => events.filter(({ type }) => type === 'log').length);
    expect(warnings[1]).toBe(warnings[0]);
  },
);
