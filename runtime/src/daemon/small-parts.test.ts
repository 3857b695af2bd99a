import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HandClock } from '../../testdata/hand-clock.ts';
import { watchIdle } from './idle-watch.ts';
import { runtimePaths } from './paths.ts';
import { portHolder } from './port-holder.ts';
import { accessToken } from './token.ts';
import { runtimeVersion } from './version.ts';

test('the version is the one of package.json', () => {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  expect((JSON.parse(text) as { version: string }).version).toBe(runtimeVersion);
});

test('folders follow the XDG variables, and relative ones count as absent', () => {
  const paths = runtimePaths({ HOME: '/home/me', XDG_DATA_HOME: '/d', XDG_STATE_HOME: 'relative', XDG_RUNTIME_DIR: '/run/user/7' });
  expect(paths).toMatchObject({
    data: '/d/hermes-runtime',
    state: '/home/me/.local/state/hermes-runtime',
    socket: '/run/user/7/hermes-runtime/runtime.sock',
  });
  expect(runtimePaths({ HOME: '/home/me' }).runtimeFolder).toMatch(/hermes-runtime-\d+$/);
});

test('a token is made once, readable by its owner only, and HERMES_TOKEN comes before it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-token-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const paths = runtimePaths({ XDG_DATA_HOME: folder, HOME: folder });
  const token = accessToken(paths, {});
  expect(token).toMatch(/^hrt_[\w-]{43}$/);
  expect(accessToken(paths, { HERMES_TOKEN: '' })).toBe(token);
  expect(statSync(paths.token).mode & 0o777).toBe(0o600);
  expect(accessToken(paths, { HERMES_TOKEN: 'mine' })).toBe('mine');
});

test.runIf(process.platform === 'linux')('names the program that holds a port', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  expect(portHolder((server.address() as AddressInfo).port)).toMatch(new RegExp(`^node.* \\(pid ${process.pid}\\)$`));
  expect(portHolder(1)).toBeUndefined();
});

test('leaves after being idle for long enough, and not before, whatever the time of day does', async () => {
  const clock = new HandClock();
  let idle = true;
  let left = 0;
  const looked: (() => void)[] = [];
  const isIdle = (): Promise<boolean> => {
    looked.shift()?.();
    return Promise.resolve(idle);
  };
  watchIdle({ clock, idleMs: 400, isIdle, onIdle: () => (left += 1) });
  const step = async (): Promise<void> => {
    const seen = new Promise<void>((resolve) => looked.push(resolve));
    clock.advance(100);
    await seen;
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (let i = 0; i < 3; i += 1) await step();
  idle = false;
  clock.setWall(clock.now() + 86_400_000);
  await step();
  idle = true;
  for (let i = 0; i < 3; i += 1) await step();
  expect(left).toBe(0);
  await step();
  expect(left).toBe(1);
});
