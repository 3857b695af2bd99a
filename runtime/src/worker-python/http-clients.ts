/** One Python agent for each HTTP client: `fetch(url)` gives status and text, `execute` tries up to `tries` times. */
export type Client = {
  readonly name: string;
  /** As events name it. */
  readonly library: string;
  readonly source: string;
  /** The line that makes the request. */
  readonly fetchLine: number;
};

const retrying = `
def execute(input_data):
    outcome = None
    for attempt in range(input_data.get("tries", 1)):
        try:
            status, text = fetch(input_data["url"])
            if status in (429, 503):
                continue
            return {"status": status, "text": text}
        except Exception as error:
            outcome = type(error).__name__
    return {"error": outcome}
`;

export const clients: readonly Client[] = [
  client(
    'urllib',
    `
import urllib.error, urllib.request
def fetch(url):
    try:
        with urllib.request.urlopen(url, timeout=0.3) as response: # here
            return response.status, response.read().decode("latin-1")
    except urllib.error.HTTPError as error:
        return error.code, ""
`,
  ),
  client(
    'http.client',
    `
import http.client
def fetch(url):
    place, _, path = url.removeprefix("http://").partition("/")
    connection = http.client.HTTPConnection(place, timeout=0.3)
    connection.request("GET", "/" + path) # here
    response = connection.getresponse()
    if response.status == 302:
        response.read()
        return fetch("http://" + place + response.headers["location"])
    return response.status, response.read().decode("latin-1")
`,
  ),
  client(
    'requests',
    `
import requests
def fetch(url):
    response = requests.get(url, timeout=0.3) # here
    return response.status_code, response.text
`,
  ),
  client(
    'requests',
    `
import requests
session = requests.Session()
def fetch(url):
    with session.get(url, timeout=0.3, stream=True) as response: # here
        return response.status_code, b"".join(response.iter_content(64)).decode("latin-1")
`,
    'requests, streaming',
  ),
  client(
    'urllib3',
    `
import urllib3
pool = urllib3.PoolManager(retries=urllib3.Retry(connect=0, read=0, redirect=2, respect_retry_after_header=False))
def fetch(url):
    response = pool.request("GET", url, timeout=0.3) # here
    return response.status, response.data.decode("latin-1")
`,
  ),
  client(
    'httpx',
    `
import httpx
def fetch(url):
    response = httpx.get(url, timeout=0.3, follow_redirects=True) # here
    return response.status_code, response.content.decode("latin-1")
`,
  ),
  client(
    'httpx',
    `
import asyncio, httpx
def fetch(url):
    return asyncio.run(fetch_soon(url))
async def fetch_soon(url):
    async with httpx.AsyncClient(timeout=0.3, follow_redirects=True) as session:
        response = await session.get(url) # here
        return response.status_code, response.content.decode("latin-1")
`,
    'httpx, async',
  ),
  client(
    'aiohttp',
    `
import asyncio, aiohttp
def fetch(url):
    return asyncio.run(fetch_soon(url))
async def fetch_soon(url):
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.3)) as session:
        async with session.get(url) as response: # here
            return response.status, await response.text("latin-1")
`,
  ),
];

function client(library: string, fetch: string, name: string = library): Client {
  const source = `${fetch.trim()}\n${retrying}`;
  return { name, library, source, fetchLine: source.split('\n').findIndex((line) => line.includes('# here')) + 1 };
}
