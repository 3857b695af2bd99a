import { encodeGb18030 } from './gb18030.ts';

type Product = { readonly sku: string; readonly page: string; readonly status: number };

/** Eight products: two that only members may see, one whose page has no price, one whose page is in Chinese. */
const products: readonly Product[] = [
  { sku: 'p-1', page: priced('Desk lamp', '39.00'), status: 200 },
  { sku: 'p-2', page: 'Members only.', status: 403 },
  { sku: 'p-3', page: priced('Notebook, ruled', '4.50'), status: 200 },
  { sku: 'p-4', page: priced('新品 保温杯', '12.80'), status: 200 },
  { sku: 'p-5', page: '<h1>Mystery box</h1><p>Price on request.</p>', status: 200 },
  { sku: 'p-6', page: 'Members only.', status: 403 },
  { sku: 'p-7', page: priced('Pencil, HB', '0.80'), status: 200 },
  { sku: 'p-8', page: priced('Ink, black', '6.20'), status: 200 },
];

export function catalogue(): readonly string[] {
  return products.map(({ sku }) => `/shop/${sku}`);
}

/** One product's page as bytes without a charset, or undefined where there is no such product. */
export function productPage(path: string): { readonly status: number; readonly body: Uint8Array } | undefined {
  const product = products.find(({ sku }) => path === `/shop/${sku}`);
  return product && { status: product.status, body: encodeGb18030(product.page) };
}

function priced(title: string, price: string): string {
  return `<h1>${title}</h1><p class="price">${price}</p>`;
}
