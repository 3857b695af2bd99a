// @vitest-environment happy-dom
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Finding, type TaskView, type TraceEvent, emptyTask, findingsOf, foldEvents, taskOf } from '@hermes-runtime/schemas';
import { render } from 'preact';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoSite, startDemoSite } from '../agents-sample/demo-site/demo-site.ts';
import { type TreeRow, taskTree } from '../client/src/tasks/task-tree.ts';
import { bodyLines } from '../runtime/src/cli/trace/render-trace.ts';
import { TraceApp } from '../ui/src/trace/trace-app.tsx';
import { TraceModel } from '../ui/src/trace/trace-model.ts';

const root = join(import.meta.dirname, '..');
const home = mkdtempSync(join(tmpdir(), 'hermes-surfaces-'));
const env = {
  ...process.env,
  XDG_RUNTIME_DIR: join(home, 'run'),
  XDG_DATA_HOME: join(home, 'data'),
  XDG_STATE_HOME: join(home, 'state'),
};
let site: DemoSite;

/** With the standard library alone: tries, skips, drops, swallows and garbles, one on each line that is named. */
const python = `import json, time, urllib.error, urllib.request


def fetch(url):
    for attempt in range(8):
        try:
            return urllib.request.urlopen(url, timeout=0.5).read()
        except OSError:
            time.sleep(0.05)


def status(url):
    try:
        return urllib.request.urlopen(url, timeout=5).status
    except urllib.error.HTTPError as error:
        return error.code


def execute(input_data):
    base = input_data["base_url"]
    feed = fetch(base + "/blog/rss.xml").decode("latin-1")
    try:
        int("not a number")
    except ValueError:
        pass
    done = 0
    for item in feed.split("<item>")[1:]:
        link = item.split("<link>")[1].split("</link>")[0]
        if status(link) == 403:
            continue
        try:
            summary = item.split("<description>")[1]
        except IndexError:
            continue
        title = item.split("<title>")[1].split("</title>")[0]
        body = json.dumps({"title": title, "summary": summary[:20]}).encode()
        urllib.request.urlopen(urllib.request.Request(base + "/index", body), timeout=5).read()
        done += 1
    return {"done": done}
`;

beforeAll(async () => {
  mkdirSync(env.XDG_RUNTIME_DIR, { mode: 0o700 });
  mkdirSync(join(home, 'reader'));
  writeFileSync(join(home, 'reader/main.py'), python);
  writeFileSync(join(home, 'reader/agent.yaml'), 'name: reader\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\n');
  site = await startDemoSite();
});

afterAll(async () => {
  await hermes('stop');
  await site.close();
  rmSync(home, { recursive: true, force: true });
});

test.each([
  ['nodejs', join(root, 'agents-sample/web-scraper'), ['retried', 'skipped', 'dropped', 'garbled']],
  ['python', join(home, 'reader'), ['retried', 'skipped', 'dropped', 'swallowed', 'garbled']],
])(
  'every finding of a %s agent has its line in the terminal, the tree and the page of panel and console',
  async (_language, folder, kinds) => {
    const events = await runOf(folder);
    const view = foldEvents(emptyTask, events);
    const findings = findingsOf(view);
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(kinds));
    const surfaces = { terminal: terminalText(view), tree: treeText(view), page: pageText(events) };
    for (const [surface, text] of Object.entries(surfaces)) {
      const without = findings
        .filter((finding) => !text.includes(placeOf(finding)))
        .map((finding) => `${finding.kind} ${placeOf(finding)}`);
      expect(without, surface).toEqual([]);
    }
  },
);

function placeOf({ at }: Finding): string {
  return at ? `${at.file}:${at.line}` : 'a finding without a line';
}

async function runOf(folder: string): Promise<readonly TraceEvent[]> {
  const stdout = await hermes('run', folder, '--input', JSON.stringify({ base_url: site.origin }), '--json');
  const lines = stdout.trim().split('\n');
  return lines.slice(0, -1).map((line) => JSON.parse(line) as TraceEvent);
}

async function hermes(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'runtime/src/cli/main.ts'), ...args], { env });
  return stdout;
}

function terminalText(view: TaskView): string {
  return bodyLines(view, { width: 160, unicode: true, colour: false, links: false }).join('\n');
}

function treeText(view: TaskView): string {
  const textOf = ({ text, children }: TreeRow): string =>
    [text.label, text.description, ...children.map((child) => textOf(child))].join('\n');
  return taskTree([taskOf(view)], Date.now())
    .map((row) => textOf(row))
    .join('\n');
}

/** The findings of the trace page: the panel and the console's task page are this one component. */
function pageText(events: readonly TraceEvent[]): string {
  const model = new TraceModel();
  model.show('t', events);
  const page = document.createElement('div');
  document.body.append(page);
  render(<TraceApp model={model} host={{ canOpen: false, send: () => undefined, onMessage: () => undefined }} />, page);
  const text = page.querySelector('[role=listbox]')?.textContent ?? '';
  render(null, page);
  page.remove();
  return text;
}
