import { fetch } from 'undici';
import { parsePrice } from '@scope/prices';

export async function execute(input) {
  const page = await fetch(input.url);
  const price = parsePrice(await page.text());
  const limit = input.limit ?? 100;
  const tags = input.tags ?? [];
  console.log(tags.join(' '));
  return {
    fell: price < limit,
    price,
  };
}
