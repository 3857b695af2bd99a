import { expect, test } from 'vitest';
import { hostList } from './host-list.ts';

test.each([
  [['api.example.org'], 'api.example.org', 443, true],
  [['api.example.org'], 'API.Example.ORG.', 443, true],
  [['api.example.org'], 'evil-api.example.org', 443, false],
  [['example.org'], 'api.example.org', 443, false],
  [['*.example.org'], 'api.example.org', 443, true],
  [['*.example.org'], 'example.org', 443, false],
  [['*.example.org'], 'notexample.org', 443, false],
  [['example.org:8443'], 'example.org', 8443, true],
  [['example.org:8443'], 'example.org', 443, false],
  [['例子.测试'], 'xn--fsqu00a.xn--0zwm56d', 80, true],
  [['127.0.0.1:4310'], '127.0.0.1', 4310, true],
  [['::1'], '[::1]', 80, true],
  [[], 'example.org', 80, false],
])('%j lets %s:%d through: %s', (entries, host, port, expected) => {
  expect(hostList(entries).allows(host, port)).toBe(expected);
});

test.each([
  [['example.org'], 'example.org', '93.184.216.34', true],
  [['example.org'], 'example.org', '127.0.0.1', false],
  [['example.org'], 'example.org', '169.254.169.254', false],
  [['example.org'], 'example.org', '10.0.0.5', false],
  [['example.org', '10.0.0.5'], 'example.org', '10.0.0.5', true],
  [['example.org'], 'example.org', '::1', false],
  [['example.org'], 'example.org', '::ffff:127.0.0.1', false],
  [['localhost'], 'localhost', '127.0.0.1', true],
  [['127.0.0.1'], '127.0.0.1', '127.0.0.1', true],
])('%j: %s at %s may be reached: %s', (entries, host, address, expected) => {
  expect(hostList(entries).allowsAddress(host, address)).toBe(expected);
});
