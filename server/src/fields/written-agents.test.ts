import { checkAgent, own, parseYaml, type AgentFolder } from '@hermes-runtime/contract';
import { expect, it } from 'vitest';
import type { Location, WorkspaceEdit } from 'vscode-languageserver/node';
import { fieldsIn } from '../testing/declared-fields.ts';
import { Editor } from '../testing/editor.ts';

// Agents as people write them. Every field of each is renamed as they would, and gets its name back.

const page: Readonly<Record<string, string>> = {
  'page/agent.yaml': `name: page-watch
version: 1.0.0
description: Looks at a page
input_schema:
  type: object
  required: [url, options]
  properties:
    url: { type: string, format: uri }
    selector: { type: string, default: h1 }
    limit: { type: integer, default: 10 }
    options:
      type: object
      properties:
        verbose: { type: boolean }
        tags: { type: array, items: { type: object, properties: { label: { type: string } } } }
output_schema:
  type: object
  required: [title, rows]
  properties:
    title: { type: string }
    found: { type: integer }
    rows:
      type: array
      items: { type: object, properties: { day: { type: string }, text: { type: string } } }
runtime:
  type: python
  entrypoint: main.py
  dependencies: [pydantic==2.11.0]
examples:
  - input: { url: "https://example.org", options: { verbose: true, tags: [{ label: a }] } }
    output: { title: a, found: 1, rows: [{ day: monday, text: x }] }
`,
  'page/main.py': `"""Looks at the url of a page and gives its title."""
import logging
from typing import Any

from pydantic import BaseModel

import report
from helpers import limit_of, wanted
from models import Input

log = logging.getLogger(__name__)


class Output(BaseModel):
    title: str
    found: int = 0
    rows: list[dict] = []


def execute(input_data: dict[str, Any]) -> dict[str, Any]:
    if not wanted(input_data):
        raise ValueError("url is missing")
    data = Input(**input_data)
    if data.options.verbose:
        log.info("url %s, selector %s", data.short(), data.selector)
    labels = [tag.label for tag in data.options.tags]
    rows = report.rows(labels, limit=limit_of(input_data))
    result = Output(title=data.url, rows=rows)
    result.found = len(rows)
    return result.model_dump()
`,
  'page/models.py': `from typing import Optional

from pydantic import BaseModel, Field


class Tag(BaseModel):
    label: str = ""


class Options(BaseModel):
    verbose: bool = False
    tags: list[Tag] = Field(default_factory=list)


class Input(BaseModel):
    """What execute gets: url, selector."""

    url: str
    selector: Optional[str] = "h1"
    options: Options = Options()

    def short(self) -> str:
        return self.url[:20]
`,
  'page/helpers.py': `def wanted(data):
    """Whether there is a url."""
    return bool(data.get("url"))


def limit_of(data):
    return data.get("limit", 10)
`,
  'page/report.py': `def row(label):
    return {"day": "monday", "text": label}


def rows(labels, limit):
    return [{"day": "monday", "text": label} for label in labels[:limit]]
`,
  'page/tests/first.case.json': `{
  "input": { "url": "https://example.org", "options": { "verbose": false, "tags": [] } },
  "output": { "title": "https://example.org", "found": 0, "rows": [{ "day": "monday", "text": "x" }] }
}
`,
  'page/test_main.py': `from main import execute


def test_title():
    given = {"url": "https://example.org", "options": {"verbose": False, "tags": [{"label": "a"}]}}
    result = execute(given)
    assert result["title"] == given["url"] and result["rows"][0]["day"] == "monday"
`,
};

const trip: Readonly<Record<string, string>> = {
  'trip/agent.yaml': `name: trip-plan
version: 1.0.0
input_schema:
  type: object
  required: [city]
  properties:
    city: { type: string }
    days: { type: integer, default: 3 }
    home: { type: object, properties: { street: { type: string }, zip: { type: string } } }
    stops: { type: array, items: { type: object, properties: { place: { type: string }, hours: { type: number } } } }
output_schema:
  type: object
  properties:
    plan: { type: string }
    stops: { type: array, items: { type: object, properties: { place: { type: string }, late: { type: boolean } } } }
    total: { type: number }
runtime: { type: nodejs, entrypoint: src/main.ts }
`,
  'trip/src/main.ts': `import { sumOf, type Stop } from './hours.ts';
import { describe as say } from './words.js';

export interface Input {
  readonly city: string;
  /** How many days. */
  days?: number;
  home?: { street?: string; zip?: string };
  stops?: Stop[];
}

type Output = { plan: string; stops: { place: string; late: boolean }[]; total: number };

export async function execute(input: Input): Promise<Output> {
  const { city, days = 3, home: { street = 'nowhere', zip: code } = {}, stops = [] } = input;
  const total = sumOf(input);
  const late = stops.map(({ place, hours = 1 }) => ({ place, late: hours > 8 }));
  const plan = say(input) + \`\${city} \${days} days from \${street} \${code ?? ''}\`;
  return { plan, stops: late, total };
}
`,
  'trip/src/hours.ts': `export interface Stop {
  place: string;
  hours?: number;
}

/** All hours of the stops. */
export const sumOf = (input: { stops?: Stop[] }): number => {
  let sum = 0;
  for (const stop of input.stops ?? []) sum += stop.hours ?? 1;
  return sum;
};
`,
  'trip/src/words.ts': `function describe({ city: where, home }: { city: string; home?: { street?: string } }): string {
  return home?.street === undefined ? where : \`\${where}, \${home['street']}\`;
}
export { describe };
`,
};

const count: Readonly<Record<string, string>> = {
  'count/agent.yaml': `name: count-lines
version: 1.0.0
input_schema:
  type: object
  required: [folder]
  properties:
    folder: { type: string }
    pattern: { type: string, default: "*.py" }
output_schema:
  type: object
  properties:
    files: { type: integer }
runtime: { type: shell, entrypoint: count.sh }
examples:
  - input: { folder: src, pattern: "*.ts" }
    output: { files: 3 }
`,
  'count/count.sh': `#!/bin/sh
set -eu
where=$(jq -r '.folder' "$HERMES_INPUT")
which=$(jq -r '.pattern // "*.py"' "$HERMES_INPUT")
printf '{"files": %d}' "$(find "$where" -name "$which" | wc -l)"
`,
};

/** What is wrong with an agent. */
function problemsOf(folder: string, texts: Readonly<Record<string, string>>): string[] {
  const readText = (file: string): string | undefined => texts[`${folder}/${file}`];
  const isFolder = (path: string): boolean => Object.keys(texts).some((file) => file.startsWith(`${folder}/${path}/`));
  const files: AgentFolder = {
    path: '',
    readText,
    stat: (file) => {
      const kind = readText(file) !== undefined ? 'file' : isFolder(file) ? 'folder' : undefined;
      return kind === undefined ? undefined : { kind, executable: true, inside: true };
    },
    list: () => Object.keys(texts).map((file) => file.slice(folder.length + 1)),
  };
  return checkAgent(files).problems.map(({ code, path, range }) => `${code} ${path}:${range.start.line}`);
}

/** Where a text has a name as a word of its own. */
function linesWith(texts: Readonly<Record<string, string>>, name: string): string[] {
  const word = new RegExp(String.raw`(?<![\w])${name}(?![\w])`);
  return Object.entries(texts).flatMap(([file, text]) =>
    text.split('\n').flatMap((line) => (word.test(line) ? [`${file}: ${line.trim()}`] : [])),
  );
}

/** Renames every field of an agent, and back; gives what was refused, and where the old name still stands. */
async function rename(files: Readonly<Record<string, string>>): Promise<{ refused: string[]; left: string[] }> {
  const [file = ''] = Object.keys(files);
  const folder = file.slice(0, file.indexOf('/'));
  const yaml = parseYaml(files[file] ?? '');
  expect(problemsOf(folder, files)).toEqual([]);
  const refused: string[] = [];
  const left: string[] = [];
  const editor = await Editor.start(files);
  try {
    await editor.open(file);
    for (const at of ['input_schema', 'output_schema'].flatMap((side) => [...fieldsIn(own(yaml.value, side), [side])])) {
      const name = String(at.at(-1));
      const where = at.filter((step) => step !== 'properties').join('.');
      const position = yaml.keyRange(at)?.start ?? { line: 0, character: 0 };
      const context = { includeDeclaration: true };
      const count = (await editor.ask<Location[] | null>('textDocument/references', file, { position, context }))?.length;
      const ask = async (newName: string): Promise<WorkspaceEdit | string> =>
        editor.ask<WorkspaceEdit>('textDocument/rename', file, { position, newName }).catch((error: unknown) => String(error));
      const edit = await ask(`my_${name}`);
      if (typeof edit === 'string') {
        refused.push(`${where}: ${edit.replace(/^.*not seen: /, '')}`);
        continue;
      }
      const changed = { ...files, ...editor.applied({ title: '', edit }) };
      for (const [changedFile, text] of Object.entries(changed)) if (text !== files[changedFile]) await editor.replace(changedFile, text);
      expect(problemsOf(folder, changed), where).toEqual([]);
      const found = await editor.ask<Location[] | null>('textDocument/references', file, { position, context });
      expect(found?.length, where).toBe(count);
      left.push(...linesWith(changed, name).map((line) => `${where} in ${line}`));
      const back = await ask(name);
      const restored = typeof back === 'string' ? {} : editor.applied({ title: '', edit: back });
      expect({ ...changed, ...restored }, where).toEqual(files);
      for (const [changedFile, text] of Object.entries(restored)) await editor.replace(changedFile, text);
    }
  } finally {
    await editor.close();
  }
  return { refused, left };
}

it('renames the fields of a Python agent with modules of its own and models', { timeout: 120_000 }, async () => {
  const { refused, left } = await rename(page);
  expect(refused).toEqual([]);
  expect(left).toMatchInlineSnapshot(`
    [
      "input_schema.url in page/main.py: """Looks at the url of a page and gives its title."""",
      "input_schema.url in page/main.py: raise ValueError("url is missing")",
      "input_schema.url in page/main.py: log.info("url %s, selector %s", data.short(), data.selector)",
      "input_schema.url in page/models.py: """What execute gets: url, selector."""",
      "input_schema.url in page/helpers.py: """Whether there is a url."""",
      "input_schema.selector in page/main.py: log.info("url %s, selector %s", data.short(), data.my_selector)",
      "input_schema.selector in page/models.py: """What execute gets: url, selector."""",
      "input_schema.limit in page/main.py: rows = report.rows(labels, limit=limit_of(input_data))",
      "input_schema.limit in page/report.py: def rows(labels, limit):",
      "input_schema.limit in page/report.py: return [{"day": "monday", "text": label} for label in labels[:limit]]",
      "input_schema.options.tags.items.label in page/report.py: def row(label):",
      "input_schema.options.tags.items.label in page/report.py: return {"day": "monday", "text": label}",
      "input_schema.options.tags.items.label in page/report.py: return [{"day": "monday", "text": label} for label in labels[:limit]]",
      "output_schema.title in page/main.py: """Looks at the url of a page and gives its title."""",
      "output_schema.rows in page/main.py: rows = report.rows(labels, limit=limit_of(input_data))",
      "output_schema.rows in page/main.py: result = Output(title=data.url, my_rows=rows)",
      "output_schema.rows in page/main.py: result.found = len(rows)",
      "output_schema.rows in page/report.py: def rows(labels, limit):",
      "output_schema.rows.items.day in page/report.py: return {"day": "monday", "text": label}",
      "output_schema.rows.items.text in page/report.py: return {"day": "monday", "text": label}",
    ]
  `);
});

it('renames the fields of a TypeScript agent with interfaces, patterns and modules', { timeout: 120_000 }, async () => {
  const { refused, left } = await rename(trip);
  expect(refused).toEqual([]);
  expect(left).toMatchInlineSnapshot(`
    [
      "input_schema.city in trip/src/main.ts: const { my_city: city, days = 3, home: { street = 'nowhere', zip: code } = {}, stops = [] } = input;",
      "input_schema.city in trip/src/main.ts: const plan = say(input) + \`\${city} \${days} days from \${street} \${code ?? ''}\`;",
      "input_schema.days in trip/src/main.ts: /** How many days. */",
      "input_schema.days in trip/src/main.ts: const { city, my_days: days = 3, home: { street = 'nowhere', zip: code } = {}, stops = [] } = input;",
      "input_schema.days in trip/src/main.ts: const plan = say(input) + \`\${city} \${days} days from \${street} \${code ?? ''}\`;",
      "input_schema.home in trip/src/words.ts: function describe({ city: where, my_home: home }: { city: string; my_home?: { street?: string } }): string {",
      "input_schema.home in trip/src/words.ts: return home?.street === undefined ? where : \`\${where}, \${home['street']}\`;",
      "input_schema.home.street in trip/src/main.ts: const { city, days = 3, home: { my_street: street = 'nowhere', zip: code } = {}, stops = [] } = input;",
      "input_schema.home.street in trip/src/main.ts: const plan = say(input) + \`\${city} \${days} days from \${street} \${code ?? ''}\`;",
      "input_schema.stops in trip/agent.yaml: stops: { type: array, items: { type: object, properties: { place: { type: string }, late: { type: boolean } } } }",
      "input_schema.stops in trip/src/main.ts: type Output = { plan: string; stops: { place: string; late: boolean }[]; total: number };",
      "input_schema.stops in trip/src/main.ts: const { city, days = 3, home: { street = 'nowhere', zip: code } = {}, my_stops: stops = [] } = input;",
      "input_schema.stops in trip/src/main.ts: const late = stops.map(({ place, hours = 1 }) => ({ place, late: hours > 8 }));",
      "input_schema.stops in trip/src/main.ts: return { plan, stops: late, total };",
      "input_schema.stops in trip/src/hours.ts: /** All hours of the stops. */",
      "input_schema.stops.items.place in trip/agent.yaml: stops: { type: array, items: { type: object, properties: { place: { type: string }, late: { type: boolean } } } }",
      "input_schema.stops.items.place in trip/src/main.ts: type Output = { plan: string; stops: { place: string; late: boolean }[]; total: number };",
      "input_schema.stops.items.place in trip/src/main.ts: const late = stops.map(({ my_place: place, hours = 1 }) => ({ place, late: hours > 8 }));",
      "input_schema.stops.items.hours in trip/src/main.ts: import { sumOf, type Stop } from './hours.ts';",
      "input_schema.stops.items.hours in trip/src/main.ts: const late = stops.map(({ place, my_hours: hours = 1 }) => ({ place, late: hours > 8 }));",
      "input_schema.stops.items.hours in trip/src/hours.ts: /** All hours of the stops. */",
      "output_schema.plan in trip/agent.yaml: name: trip-plan",
      "output_schema.plan in trip/src/main.ts: const plan = say(input) + \`\${city} \${days} days from \${street} \${code ?? ''}\`;",
      "output_schema.plan in trip/src/main.ts: return { my_plan: plan, stops: late, total };",
      "output_schema.stops in trip/agent.yaml: stops: { type: array, items: { type: object, properties: { place: { type: string }, hours: { type: number } } } }",
      "output_schema.stops in trip/src/main.ts: stops?: Stop[];",
      "output_schema.stops in trip/src/main.ts: const { city, days = 3, home: { street = 'nowhere', zip: code } = {}, stops = [] } = input;",
      "output_schema.stops in trip/src/main.ts: const late = stops.map(({ place, hours = 1 }) => ({ place, late: hours > 8 }));",
      "output_schema.stops in trip/src/hours.ts: /** All hours of the stops. */",
      "output_schema.stops in trip/src/hours.ts: export const sumOf = (input: { stops?: Stop[] }): number => {",
      "output_schema.stops in trip/src/hours.ts: for (const stop of input.stops ?? []) sum += stop.hours ?? 1;",
      "output_schema.stops.items.place in trip/agent.yaml: stops: { type: array, items: { type: object, properties: { place: { type: string }, hours: { type: number } } } }",
      "output_schema.stops.items.place in trip/src/main.ts: const late = stops.map(({ place, hours = 1 }) => ({ my_place: place, late: hours > 8 }));",
      "output_schema.stops.items.place in trip/src/hours.ts: place: string;",
      "output_schema.stops.items.late in trip/src/main.ts: const late = stops.map(({ place, hours = 1 }) => ({ place, my_late: hours > 8 }));",
      "output_schema.stops.items.late in trip/src/main.ts: return { plan, stops: late, total };",
      "output_schema.total in trip/src/main.ts: const total = sumOf(input);",
      "output_schema.total in trip/src/main.ts: return { plan, stops: late, my_total: total };",
    ]
  `);
});

it(
  'renames the fields of a script that asks jq for them, and says why not where it writes them as a text',
  { timeout: 120_000 },
  async () => {
    expect(await rename(count)).toEqual({
      refused: ['output_schema.files: count.sh names it in a way that cannot be followed.'],
      left: [],
    });
  },
);
