import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFaultServer } from './fault-server.ts';
import { type Harness, runOnce, startHarness } from './harness-process.ts';
import { testPackages } from './test-packages.ts';

const server = await startFaultServer();
const packages = await testPackages();
afterAll(() => server.close());

const decodes = `
def execute(input_data):
    return bytes.fromhex(input_data["hex"]).decode(input_data["as"], input_data.get("errors", "strict"))
`;
const decoder = startHarness({ 'main.py': decodes });
afterAll(() => decoder.close());

/** `read latin-1 → utf-8: CafÃ© = Café` for each event. */
async function seen(hex: string, charset: string, errors = 'strict'): Promise<string[]> {
  const { events, failure } = await decoder.run({ hex, as: charset, errors });
  expect(failure).toBeUndefined();
  return events
    .filter((event) => event.type === 'text.garbled')
    .map((event) => `${event.stage} ${event.read_as} → ${event.fits}: ${event.sample} = ${event.should_be}`);
}

const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('hex');
const latin1 = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
/** 新品上架公告 */
const gb = 'd0c2c6b7c9cfbcdcb9abb8e6';

test.each([
  ['UTF-8 read as Latin-1', utf8('Café'), 'latin-1', 'latin-1 → utf-8: CafÃ© = Café'],
  ['UTF-8 read as Windows-1252', utf8('naïve “quotes”'), 'cp1252', null],
  ['Chinese UTF-8 read as Latin-1', utf8('新品'), 'latin-1', `latin-1 → utf-8: ${Buffer.from('新品', 'utf8').toString('latin1')} = 新品`],
  ['GB18030 read as Latin-1', gb, 'latin-1', 'latin-1 → gb18030: ÐÂÆ·ÉÏ¼Ü¹«¸æ = 新品上架公告'],
  ['GB18030 read as Windows-1252', gb, 'cp1252', 'cp1252 → gb18030: ÐÂÆ·ÉÏ¼Ü¹«¸æ = 新品上架公告'],
])('%s is found when it is read and where it is returned', async (_, hex, charset, expected) => {
  if (expected === null) {
    // Python's cp1252 has no character for byte 9D: nothing was decoded, so nothing was garbled.
    expect((await decoder.run({ hex, as: charset })).failure).toMatchObject({ exception_type: 'UnicodeDecodeError' });
    return;
  }
  expect(await seen(hex, charset)).toEqual([`read ${expected}`, `written ${expected}`]);
});

test('GB18030 that was forced into UTF-8 is found although its characters are lost', async () => {
  expect(await seen(gb, 'utf-8', 'replace')).toEqual([
    expect.stringMatching(/^read utf-8 → gb18030: \ufffd.* = 新品上架公告$/),
    expect.stringMatching(/^written utf-8 → gb18030: \ufffd.* = 新品上架公告$/),
  ]);
});

test.each([
  ['French', latin1('Café à la crème, créée en été. Où est l’été? Déjà vu, Noël'.replaceAll('’', "'"))],
  ['German', latin1('Ärger über Öl, Äpfel, Größe, Süßigkeiten, ÄÖÜ')],
  ['Portuguese in capitals', latin1('INFORMAÇÃO E AÇÕES: REAÇÃO, EDUCAÇÃO, ORGANIZAÇÕES')],
  ['Spanish', latin1('¿Qué pasó? ¡Año nuevo! Señor Núñez, está aquí')],
  ['Swedish and Danish', latin1('Åå Ää Öö Ææ Øø: smörgåsbord, rødgrød, på så få')],
  ['Icelandic', latin1('Það er ekki ægilegt, þú ættir að sjá þá')],
  ['prices and signs', latin1('£10 ±5° ½ ¼ ©2026 §§ ¶¶ »quoted«')],
  ['a line of dots', latin1('····················')],
])('%s in real Latin-1 is silent', async (_, hex) => {
  expect(await seen(hex, 'latin-1')).toEqual([]);
});

test.each([
  ['UTF-8 as UTF-8', utf8('新品 Café'), 'utf-8'],
  ['GB18030 as GBK', gb, 'gbk'],
  ['Russian in Windows-1251', 'cff0e8e2e5f22c20eae0ea20e4e5ebe03f', 'cp1251'],
  [
    'Korean that says that it is Korean',
    `${Buffer.from('<meta charset="euc-kr">').toString('hex')}bec8b3e7c7cfbcbcbfe4b9ddb0a9bdc0b4cfb4d9`,
    'latin-1',
  ],
  ['plain ASCII', utf8('hello'), 'latin-1'],
])('%s is silent', async (_, hex, charset) => {
  expect(await seen(hex, charset)).toEqual([]);
});

test('only what is sent on counts as written, and a slice of it too', async () => {
  const main = `
def execute(input_data):
    text = bytes.fromhex(input_data).decode("latin-1")
    return {"clean": "Ünrelated é", "nested": [{"title": text[2:7] + "..."}], "length": len(text)}
`;
  const { events } = await runOnce(main, utf8('ab新品上架'));
  expect(events.filter((event) => event.type === 'text.garbled')).toMatchObject([
    { stage: 'read', garbled: 'g1', at: { file: 'main.py', line: 3 } },
    { stage: 'written', garbled: 'g1', path: '/nested/0/title', should_be: '新' },
  ]);
});

const posts: Readonly<Record<string, string>> = {
  'urllib, JSON':
    'urllib.request.urlopen(urllib.request.Request(to, json.dumps({"title": text}).encode(), {"Content-Type": "application/json"})) # here',
  'urllib, form': 'urllib.request.urlopen(to, urllib.parse.urlencode({"title": text}).encode()) # here',
  'requests, JSON': 'requests.post(to, json={"title": text}) # here',
  'requests, form': 'requests.post(to, data={"title": text}) # here',
  'httpx, JSON': 'httpx.post(to, json={"title": text}) # here',
  'aiohttp, JSON':
    'asyncio.run(post(to, text))\nasync def post(to, text):\n    async with aiohttp.ClientSession() as session:\n        await session.post(to, json={"title": text}) # here',
};

describe.skipIf(packages.status === 'missing')(
  packages.status === 'missing' ? `not run: ${packages.reason}` : 'written to a server',
  () => {
    const options = packages.status === 'ready' ? { packages: [packages.folder] } : {};
    const imports = 'import asyncio, json, urllib.request, urllib.parse, requests, httpx, aiohttp, feedparser\n';

    test.each(Object.keys(posts))('%s', async (name) => {
      const statement = posts[name] ?? '';
      const main = `${imports}def execute(url):\n    text = requests.get(url + "/gb").text\n    to = url + "/ok"\n    ${statement}\n`;
      const line = main.split('\n').findIndex((text) => text.includes('# here')) + 1;
      const { events } = await runOnce(main, server.url, options);
      expect(events.filter((event) => event.type === 'text.garbled')).toMatchObject([
        { stage: 'read', exchange: 1, read_as: 'ISO-8859-1', at: { line: 3 } },
        { stage: 'written', exchange: 2, should_be: expect.stringContaining('新品 SKU “A-1032” 上架公告'), at: { line } },
      ]);
    });

    let harness: Harness;
    beforeAll(() => {
      const main = `${imports}def execute(input_data):\n    kind, url = input_data\n    if kind == "requests":\n        return requests.get(url).text\n    if kind == "httpx":\n        return httpx.get(url).text\n    if kind == "feedparser":\n        return feedparser.parse(bytes.fromhex(url)).entries[0].title\n`;
      harness = startHarness({ 'main.py': main }, options);
    });
    afterAll(() => harness.close());

    const readings = async (kind: string, url: string): Promise<string[]> => {
      const { events } = await harness.run([kind, url]);
      return events
        .filter((event) => event.type === 'text.garbled')
        .map((event) => `${event.stage} ${event.read_as} → ${event.fits} ${event.declared ?? 'undeclared'}`);
    };

    test('requests reads a page without a charset as Latin-1, whatever it is', async () => {
      expect(await readings('requests', `${server.url}/utf8`)).toEqual([
        'read ISO-8859-1 → utf-8 undeclared',
        'written ISO-8859-1 → utf-8 undeclared',
      ]);
      expect(await readings('requests', `${server.url}/declared`)).toEqual([]);
      expect(await readings('requests', `${server.url}/latin1`)).toEqual([]);
    });

    test('httpx reads it as UTF-8, and loses characters where it is not', async () => {
      expect(await readings('httpx', `${server.url}/gb`)).toEqual([
        'read utf-8 → gb18030 undeclared',
        'written utf-8 → gb18030 undeclared',
      ]);
      expect(await readings('httpx', `${server.url}/utf8`)).toEqual([]);
    });

    test('feedparser guesses a feed’s charset, and is told from one that guessed right', async () => {
      const feed = (title: string): string =>
        `${utf8('<rss version="2.0"><channel><item><title>')}${title}${utf8('</title></item></channel></rss>')}`;
      expect(await readings('feedparser', feed(gb))).toEqual([
        expect.stringMatching(/^read windows-1252 → gb18030/),
        expect.stringMatching(/^written windows-1252/),
      ]);
      expect(await readings('feedparser', feed(utf8('新品上架公告')))).toEqual([]);
    });
  },
);
