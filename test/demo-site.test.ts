import { expect, test } from 'vitest';
import { startDemoSite } from '../agents-sample/demo-site/demo-site.ts';

async function statusesUntilAnswer(url: string): Promise<string[]> {
  const seen: string[] = [];
  while (seen.at(-1) !== '200')
    seen.push(
      await fetch(url, { signal: AbortSignal.timeout(1500) }).then(
        ({ status }) => String(status),
        () => 'silence',
      ),
    );
  return seen;
}

test('the flaky pages of the demo site fail in the same order in every run', async () => {
  const site = await startDemoSite({ seed: 1 });
  try {
    const url = `${site.origin}/blog/rss.xml`;
    const first = await statusesUntilAnswer(url);
    expect(first).toEqual(['503', '503', '429', 'silence', '200']);
    expect(await statusesUntilAnswer(url)).toEqual(first);
  } finally {
    await site.close();
  }
});

test('with seed 0 the demo site always answers', async () => {
  const site = await startDemoSite({ seed: 0 });
  try {
    expect(await statusesUntilAnswer(`${site.origin}/blog/rss.xml`)).toEqual(['200']);
  } finally {
    await site.close();
  }
});
