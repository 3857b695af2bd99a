/** Agents that walk through everything a server may do to them, and tell what they met: one for each HTTP client. */
export type ReplayClient = {
  readonly name: string;
  readonly source: string;
};

const rows = `
import json, re

def report(error):
    causes, seen = [], error
    while seen is not None and len(causes) < 4:
        causes.append(type(seen).__name__ + ": " + str(seen))
        seen = seen.__cause__
    return causes[:CAUSES]

PATHS = ["/echo", "/gzip", "/moved", "/gone", "/empty", "/chunks", "/busy", "/busy", "/busy", "/reset", "/cut", "/cut-chunks", "/silent"]

def places(input_data):
    url = input_data["url"]
    return [url + path for path in PATHS] + ["http://127.0.0.1:%d/" % input_data["closed"], "http://nowhere.invalid/", url.replace("http", "https") + "/"]

def patience(place):
    return 0.2 if "/silent" in place else 60

def told(met, token):
    """The same for a token and for what stands for it in a recording."""
    text = re.sub("Basic [A-Za-z0-9+/=-]+", "Basic TOKEN", json.dumps(met).replace(token, "TOKEN"))
    for cookie in ["c00kie-of-the-server", "hermes-redacted"]:
        text = text.replace(cookie, "COOKIE")
    return json.loads(text)
`;

const walk = `
def execute(input_data):
    token, met = input_data["token"], []
    for place in places(input_data):
        for call in CALLS:
            try:
                met.append(call(place, token))
            except Exception as error:
                met.append(report(error))
    return told(met, token)
`;

const walkSoon = `
async def execute(input_data):
    token, met = input_data["token"], []
    async with session() as client:
        for place in places(input_data):
            for call in CALLS:
                try:
                    met.append(await call(client, place, token))
                except Exception as error:
                    met.append(report(error))
        try:
            await asyncio.wait_for(get(client, input_data["url"] + "/silent", token), 0.05)
        except asyncio.TimeoutError as error:
            met.append("out of patience")
        calls = [get(client, input_data["url"] + "/echo?%d" % (n % 2), token) for n in range(6)]
        met.append(sorted(map(json.dumps, await asyncio.gather(*calls))))
    return told(met, token)
`;

export const replayClients: readonly ReplayClient[] = [
  {
    name: 'the standard library',
    source: `${rows}
import http.client, urllib.request
CAUSES = 4

def post(place, token):
    with urllib.request.urlopen(urllib.request.Request(place, ("t=" + token).encode(), {"X-Token": token}), timeout=patience(place)) as answer:
        return [answer.status, answer.reason, answer.read().decode("latin-1") if "/gzip" not in place else "zipped"]

def get(place, token):
    answer = urllib.request.urlopen(place + "?t=" + token, timeout=patience(place))
    return [answer.status, answer.headers["content-type"], answer.read(20).decode("latin-1")]

CALLS = [post, get]
${walk}`,
  },
  {
    name: 'requests and urllib3',
    source: `${rows}
import requests, urllib3
from concurrent.futures import ThreadPoolExecutor
CAUSES = 4
session = requests.Session()
pool = urllib3.PoolManager(retries=urllib3.Retry(3, connect=0, read=0, status_forcelist=[503, 429], backoff_factor=0.01))

def post(place, token):
    answer = session.post(place, json={"t": token}, headers={"Authorization": "Bearer " + token}, timeout=patience(place))
    return [answer.status_code, answer.reason, answer.text, answer.url, len(answer.history), dict(answer.cookies)]

def stream(place, token):
    with requests.get(place + "?stream", auth=("me", token), stream=True, timeout=patience(place)) as answer:
        return [answer.status_code, b"".join(answer.iter_content(7)).decode()]

def upload(place, token):
    return requests.post(place + "?upload", files={"file": ("a.txt", token)}, timeout=patience(place)).status_code

def pooled(place, token):
    return pool.request("GET", place + "?pooled=" + token, timeout=patience(place)).data.decode()

CALLS = [post, stream, upload, pooled]
${walk.replace('    return told', '    with ThreadPoolExecutor(4) as threads:\n        met.append(sorted(threads.map(lambda n: pooled(input_data["url"] + "/echo", str(n)), range(8))))\n    return told')}`,
  },
  {
    name: 'httpx',
    source: `${rows}
import httpx
CAUSES = 1
client = httpx.Client(follow_redirects=True)

def post(place, token):
    answer = client.post(place, json={"t": token}, headers={"Authorization": "Bearer " + token}, timeout=patience(place))
    return [answer.status_code, answer.reason_phrase, answer.text, str(answer.url), len(answer.history), dict(answer.cookies)]

def stream(place, token):
    with client.stream("GET", place + "?stream", timeout=patience(place)) as answer:
        return [answer.status_code, "".join(answer.iter_text())]

def upload(place, token):
    return client.post(place + "?upload", files={"file": ("a.txt", token.encode())}, timeout=patience(place)).status_code

CALLS = [post, stream, upload]
${walk}`,
  },
  {
    name: 'httpx, async',
    source: `${rows}
import asyncio, httpx
CAUSES = 1

def session():
    return httpx.AsyncClient(follow_redirects=True)

async def get(client, place, token):
    answer = await client.get(place, headers={"X-Token": token}, timeout=patience(place))
    return [answer.status_code, answer.text]

async def post(client, place, token):
    answer = await client.post(place, data={"t": token}, timeout=patience(place))
    return [answer.status_code, answer.text, str(answer.url)]

CALLS = [get, post]
${walkSoon}`,
  },
  {
    name: 'aiohttp',
    source: `${rows}
import asyncio, aiohttp
CAUSES = 2

def session():
    return aiohttp.ClientSession()

async def get(client, place, token):
    async with client.get(place, headers={"X-Token": token}, timeout=aiohttp.ClientTimeout(total=patience(place))) as answer:
        return [answer.status, answer.reason, await answer.text()]

async def post(client, place, token):
    async with client.post(place, json={"t": token}, timeout=aiohttp.ClientTimeout(total=patience(place))) as answer:
        return [answer.status, await answer.text(), str(answer.url), len(answer.history)]

async def upload(client, place, token):
    form = aiohttp.FormData()
    form.add_field("file", token.encode(), filename="a.txt")
    async with client.post(place + "?upload", data=form, timeout=aiohttp.ClientTimeout(sock_read=patience(place))) as answer:
        return [answer.status, await answer.read() != b""]

CALLS = [get, post, upload]
${walkSoon}`,
  },
];
