/** A target as a person knows it: its name is what its address begins with, so that nobody has to invent one. */
export type TargetAddress = { readonly name: string; readonly url: string };

/** The address in what a person typed or a link said; undefined for what is none. A path, a query or a user's name are none of ours. */
export function targetAddress(text: string): TargetAddress | undefined {
  const trimmed = text.trim();
  const written = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `${isLocalName(trimmed) ? 'http' : 'https'}://${trimmed}`;
  if (trimmed === '' || !URL.canParse(written)) return undefined;
  const { protocol, username, password, host, hostname, pathname } = new URL(written);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '' || hostname === '' || pathname !== '/') return undefined;
  return { url: `${protocol}//${host}`, name: nameOf(hostname, host) };
}

/** Whether a token on its way there could be read by others. */
export function isOpenToReaders({ url }: TargetAddress): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !isLocalName(hostname);
}

function isLocalName(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i.test(host.split('/')[0] ?? '');
}

function nameOf(hostname: string, host: string): string {
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[') || hostname === 'localhost') return host;
  return hostname.split('.')[0] ?? host;
}
