import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type SyntheticEtc = { readonly folder: string; readonly dispose: () => void };

/** The few files of `/etc` that make user names and `localhost` resolve inside, and nothing of the host's. */
export function createSyntheticEtc(parent: string): SyntheticEtc {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(parent, 'etc-'));
  const files = {
    passwd: 'agent:x:1000:1000:agent:/tmp:/bin/sh\n',
    group: 'agent:x:1000:\n',
    hosts: '127.0.0.1 localhost agent\n::1 localhost\n',
    'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files dns\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o644 });
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
