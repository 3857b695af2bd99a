import { expect, test } from 'vitest';
import { startFaultServer } from './fault-server.ts';
import { runOnce } from './harness-process.ts';

const secret = 'nt-Ünïc0de/+ "q" k3y';
const plain = 'secret_9f8e7d6c5b4a';

/** Every spelling that must not be on the channel. */
function spellings(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const basic = Buffer.from(`user:${value}`, 'utf8').toString('base64');
  return [
    value,
    bytes.toString('base64'),
    bytes.toString('base64url'),
    // Inside other base64 text the edges depend on the neighbours; the middle does not.
    basic.slice(8, -4),
    encodeURIComponent(value),
    encodeURIComponent(value).toLowerCase(),
    JSON.stringify(value).slice(1, -1),
    bytes.toString('hex'),
  ];
}

const leaks = `
import base64, json, logging, subprocess, sys, urllib.parse, urllib.request
import hermes_runtime

def execute(input_data):
    token = input_data["token"]
    print("token is", token, file=sys.stderr)
    print(json.dumps({"token": token}), repr(token), token.encode().hex())
    print(base64.b64encode(("user:" + token).encode()).decode(), base64.urlsafe_b64encode(token.encode()).decode())
    sys.stdout.write("x" * (32 * 1024 - 5) + token)
    logging.error("with %s", token)
    hermes_runtime.log(token)
    hermes_runtime.skip(token, "because of " + token)
    hermes_runtime.progress(1, 2, token)
    with hermes_runtime.span("span " + token):
        subprocess.run(["true", "--header", "Authorization: " + token])
    try:
        urllib.request.urlopen(input_data["url"] + "?q=" + urllib.parse.quote(token), data=token.encode(), timeout=1)
        raise LookupError(token)
    except LookupError as error:
        kept = str(error)
    for item in [token, "x" * 100 + token]:
        if item:
            continue
    if input_data.get("fail"):
        raise ValueError("bad token " + token)
    return {"echo": token, token: [kept, base64.b64encode(token.encode()).decode(), urllib.parse.quote(token, safe="")]}
`;

for (const value of [secret, plain]) {
  test(`"${value}" leaves the worker in no spelling, whatever the agent does with it`, async () => {
    const server = await startFaultServer();
    for (const fail of [false, true]) {
      const { wire, output, failure, events } = await runOnce(leaks, { token: value, url: `${server.url}/ok`, fail }, { secrets: [value] });
      for (const spelling of spellings(value)) expect(wire.toLowerCase()).not.toContain(spelling.toLowerCase());
      expect(new Set(events.map(({ type }) => type))).toEqual(
        new Set([
          'log',
          'item.skipped',
          'progress',
          'span.started',
          'span.ended',
          'process.exited',
          'http.exchanged',
          'exception.caught',
          'loop.ended',
        ]),
      );
      if (fail) expect(failure?.message).toBe('bad token ‹secret›');
      else expect(output).toEqual({ echo: '‹secret›', '‹secret›': ['‹secret›', '‹secret›', '‹secret›'] });
    }
    // What goes to the network is the agent's own affair: there the secret is needed.
    expect(server.posted).toEqual([value, value]);
    await server.close();
  });
}

test('a failed import cannot tell either, for secrets come with the task', async () => {
  const { wire } = await runOnce('print("before")\ndef execute(input_data):\n    print(input_data)\n', plain, { secrets: [plain] });
  expect(wire).not.toContain(plain);
});

test('half of a secret that a cut would leave is out as well', async () => {
  const main = 'def execute(input_data):\n    for item in ["x" * 110 + input_data]:\n        if item:\n            continue\n';
  const { wire } = await runOnce(main, plain, { secrets: [plain] });
  expect(wire).not.toContain(plain.slice(0, 8));
});

test('values whose key says that they are secret are hidden in URLs and commands, known or not', async () => {
  const server = await startFaultServer();
  const main = `
import subprocess, urllib.request
def execute(url):
    urllib.request.urlopen(url + "/ok?city=Bern&api_key=abc123&access-token=zzz")
    subprocess.run(["true", "--password", "hunter2", "--api-key=abc123", "API_TOKEN=zzz", "--city", "Bern"])
`;
  const { events } = await runOnce(main, server.url);
  expect(events).toMatchObject([
    { type: 'http.exchanged', url: `${server.url}/ok?city=Bern&api_key=‹secret›&access-token=‹secret›` },
    { type: 'process.exited', command: ['true', '--password', '‹secret›', '--api-key=‹secret›', 'API_TOKEN=‹secret›', '--city', 'Bern'] },
  ]);
  await server.close();
});

test('values under six bytes are left alone: they stand in too many places by chance', async () => {
  const { output } = await runOnce('def execute(input_data):\n    return "abcde " + input_data\n', 'abcde', { secrets: ['abcde', ''] });
  expect(output).toBe('abcde abcde');
});
