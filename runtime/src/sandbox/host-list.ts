import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** The hosts of `permissions.network`, as a question that can be asked. */
export type HostList = {
  /** Whether a host may be reached at a port, by the name that the agent used. */
  readonly allows: (host: string, port: number) => boolean;
  /** Whether the address that an allowed name stands for may be reached: a name of the outside must not lead inside. */
  readonly allowsAddress: (host: string, address: string) => boolean;
};

type Entry = { readonly name: string; readonly port: number | undefined };

/** Loopback, link-local (with the metadata services of clouds), private networks, and what is no single machine. */
const insideNetworks = {
  ipv4: ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '224.0.0.0/3'],
  ipv6: ['::/127', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
} as const;

/** An entry is a name, `*.name` for all names below it, or an address; with `:port` for that port only. */
export function hostList(entries: readonly string[]): HostList {
  const inside = new BlockList();
  for (const family of ['ipv4', 'ipv6'] as const) {
    for (const network of insideNetworks[family]) inside.addSubnet(network.split('/')[0] ?? '', Number(network.split('/')[1]), family);
  }
  const list = entries.map((entry) => entryOf(entry));
  const named = (host: string): boolean => list.some(({ name }) => name === host);
  return {
    allows: (host, port) => list.some((entry) => matches(entry, normalized(host)) && (entry.port ?? port) === port),
    allowsAddress: (host, address) => {
      if (!inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) return true;
      return named(address) || (normalized(host) === 'localhost' && named('localhost'));
    },
  };
}

function entryOf(text: string): Entry {
  const match = /^(?<host>\[[^\]]+\]|[^:]+|.*:.*:.*?)(?::(?<port>\d+))?$/.exec(text.trim())?.groups;
  const port = match?.['port'];
  return { name: normalized(match?.['host'] ?? text), port: port === undefined ? undefined : Number(port) };
}

function matches(entry: Entry, host: string): boolean {
  if (!entry.name.startsWith('*.')) return entry.name === host;
  return host.endsWith(entry.name.slice(1)) && host.length > entry.name.length - 1;
}

function normalized(host: string): string {
  const bare = host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  const wildcard = bare.startsWith('*.');
  return isIP(bare) !== 0 ? bare : `${wildcard ? '*.' : ''}${domainToASCII(wildcard ? bare.slice(2) : bare)}`;
}
