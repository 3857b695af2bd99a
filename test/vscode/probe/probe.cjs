// Evaluates `(vscode, argument) => …` for the tests, one JSON line each way over the socket named by HERMES_PROBE.
const { createServer } = require('node:net');
const { readFileSync, rmSync } = require('node:fs');
const { createInterface } = require('node:readline');
const vscode = require('vscode');
require('./activation-watch.cjs');

async function answer(line) {
  const { id, source, argument } = JSON.parse(line);
  try {
    // oxlint-disable-next-line no-eval -- Running the test's functions in here is what this extension is for.
    return { id, value: (await (0, eval)(`(${source})`)(vscode, argument)) ?? null };
  } catch (error) {
    return { id, error: String(error?.stack ?? error) };
  }
}

exports.activate = (context) => {
  const socket = process.env.HERMES_PROBE;
  if (!socket) return;
  // Files that lie on no disk, for a window that shows some.
  const files = process.env.HERMES_MEMORY_FILES;
  if (files) void require('./memory-files.cjs').activate(context, JSON.parse(readFileSync(files, 'utf8')));
  // An extension host that was reloaded leaves its socket behind.
  rmSync(socket, { force: true });
  const server = createServer((connection) => {
    connection.on('error', () => {
      /* The test closed its side. */
    });
    createInterface({ input: connection }).on('line', async (line) => connection.write(`${JSON.stringify(await answer(line))}\n`));
  });
  server.listen(socket);
  context.subscriptions.push({ dispose: () => server.close() });
};
