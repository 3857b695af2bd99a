import { expect, test } from 'vitest';
import type { TraceEvent } from '@hermes-runtime/schemas';
import { runInHarness } from './harness-process.ts';

const chinese = 'd0c2c6b720534b552041a1b0c4e3bac3a1b1'; // 新品 SKU A“你好” in GB18030

async function garbledBy(body: string): Promise<readonly Extract<TraceEvent, { type: 'text.garbled' }>[]> {
  const { events, failure } = await runInHarness({ files: { 'main.mjs': `export async function execute() {\n${body}\n}` } });
  expect(failure).toBeUndefined();
  return events.filter((event) => event.type === 'text.garbled');
}

test.each([
  ['UTF-8 read as Latin-1', `const text = Buffer.from('新品 “你好”').toString('latin1');`, 'iso-8859-1', 'utf-8', '新品 “你好”'],
  [
    'UTF-8 read as windows-1252',
    `const text = new TextDecoder('windows-1252').decode(Buffer.from('新品，你好'));`,
    'windows-1252',
    'utf-8',
    '新品，你好',
  ],
  ['GB18030 read as UTF-8', `const text = Buffer.from('${chinese}', 'hex').toString();`, 'utf-8', 'gb18030', '新品 SKU A“你好”'],
  [
    'GB18030 read as Latin-1',
    `const text = Buffer.from('${chinese}', 'hex').toString('binary');`,
    'iso-8859-1',
    'gb18030',
    '新品 SKU A“你好”',
  ],
  ['UTF-8 read as GBK', `const text = new TextDecoder('gbk').decode(Buffer.from('新品，你好，世界'));`, 'gbk', 'utf-8', '新品，你好，世界'],
])('%s is seen where it is read and where it is returned', async (_what, reading, readAs, fits, right) => {
  const [read, written, ...more] = await garbledBy(`${reading}\nreturn { list: [{ title: text }] };`);
  expect(read).toMatchObject({ stage: 'read', garbled: 'g1', read_as: readAs, fits, should_be: right, at: { file: 'main.mjs', line: 2 } });
  expect(written).toMatchObject({ stage: 'written', garbled: 'g1', path: '/list/0/title', sample: read?.sample, should_be: right });
  expect(more).toEqual([]);
});

test.each([
  ['Latin-1 text', `new TextDecoder('latin1').decode(Buffer.from('Café crème, übergroß, señor, où ça?', 'latin1'))`],
  ['Latin-1 text read as UTF-8', `Buffer.from('Café crème, übergroß, señor, où ça?', 'latin1').toString()`],
  ['UTF-8 text', `Buffer.from('新品 “你好” 🙂').toString()`],
  ['UTF-8 text that was cut in a character', `Buffer.from('新品你好').subarray(1, 11).toString()`],
  ['GB18030 text', `new TextDecoder('gb18030').decode(Buffer.from('${chinese}', 'hex'))`],
  ['Shift_JIS text read as UTF-8', `Buffer.from('93fa967b8cea82cc83658358836782c582b7814282b182f182c982bf82cd', 'hex').toString()`],
  ['Big5 text read as UTF-8', `Buffer.from('b773ab7ea141a741a66e', 'hex').toString()`],
  ['bytes of an image', `Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 255)).toString('latin1')`],
  ['ASCII', `Buffer.from('plain').toString('latin1')`],
  ['hex', `Buffer.from('新品').toString('hex')`],
])('%s is silent', async (_what, expression) => {
  expect(await garbledBy(`return { text: ${expression} };`)).toEqual([]);
});

test('text that was garbled is found again in a request, and clean text beside it is not', async () => {
  const { startFaultServer } = await import('./fault-server.ts');
  const server = await startFaultServer('http');
  try {
    const garbled = await garbledBy(`const text = await (await fetch('${server.url}/chinese')).text();
const title = text.slice(3, -4);
await fetch('${server.url}/clean', { method: 'POST', body: JSON.stringify({ title: '新品' }) });
await fetch('${server.url}/json', { method: 'POST', body: JSON.stringify({ page: { title } }) });
await fetch('${server.url}/form', { method: 'POST', body: new URLSearchParams({ title }) });
return { length: title.length };`);
    expect(garbled.map(({ stage, exchange, at }) => `${stage} ${exchange} :${at?.line}`)).toEqual([
      'read 1 :2',
      'written 3 :5',
      'written 4 :6',
    ]);
  } finally {
    await server.close();
  }
});
