import { encodeGb18030 } from './gb18030.ts';

type Post = { readonly path: string; readonly title: string; readonly hasSummary: boolean };

/** Ten posts: three of whose pages are forbidden, one with a Chinese title, one without a summary. */
const posts: readonly Post[] = [
  { path: '/a-12', title: 'Quarterly numbers', hasSummary: true },
  { path: '/a-17', title: 'Hiring plans', hasSummary: true },
  { path: '/a-19', title: 'A faster checkout', hasSummary: true },
  { path: '/a-21', title: 'Office move', hasSummary: true },
  { path: '/a-22', title: 'Travel policy', hasSummary: true },
  { path: '/a-24', title: '新品 SKU “A-1032”', hasSummary: true },
  { path: '/a-26', title: 'Release 4.2', hasSummary: true },
  { path: '/a-28', title: 'Meet the team', hasSummary: true },
  { path: '/a-30', title: 'Untitled draft', hasSummary: false },
  { path: '/a-31', title: 'Thank you', hasSummary: true },
];

const forbidden = new Set(['/a-17', '/a-21', '/a-22']);

/** The blog's feed, in GB18030 though nothing in its headers says so; dates are within the last day. */
export function feedBytes(origin: string, now: number): Uint8Array {
  const items = posts.map(
    ({ path, title, hasSummary }, i) => `<item><title>${title}</title><link>${origin}${path}</link>
<pubDate>${new Date(now - (i + 1) * 3_600_000).toUTCString()}</pubDate>
${hasSummary ? `<description>About: ${title}.</description>` : ''}</item>`,
  );
  return encodeGb18030(`<rss version="2.0"><channel><title>Company blog</title><link>${origin}/blog</link>
<description>demo data</description>${items.join('\n')}</channel></rss>`);
}

/** The status and text of one post's page, or undefined where there is no such post. */
export function postPage(path: string): { readonly status: number; readonly body: string } | undefined {
  const post = posts.find((candidate) => candidate.path === path);
  if (!post) return undefined;
  return forbidden.has(path) ? { status: 403, body: 'Members only.' } : { status: 200, body: `<h1>${post.title}</h1><p>demo data</p>` };
}
