import { changed, type Mutator } from './mutation.ts';

/** What is written for what in the code of an agent, and the problem that stands on the line of the change, or so many lines below it. */
type Edit = readonly [from: string, to: string, code: string, below?: number];
type Edits = { readonly agent: string; readonly file: string; readonly edits: readonly Edit[] };

const all: readonly Edits[] = [
  {
    agent: 'order-desk',
    file: 'main.py',
    edits: [
      ['input_data["customer"]', 'input_data["custmer"]', 'unknown-input-key'],
      ['input_data["lines"]', 'input_data["line"]', 'unknown-input-key'],
      ['.get("discount", 5)', '.get("discuont", 5)', 'unknown-input-key'],
      ['.get("currency")', '.get("Currency")', 'unknown-input-key'],
      ['.get("api_key")', '.get("apikey")', 'unknown-input-key'],
      ['.get("note", "")', '.get("notes", "")', 'unknown-input-key'],
      ['"total":', '"totl":', 'forbidden-output-key'],
      ['"accepted":', '"acepted":', 'forbidden-output-key'],
      ['"reasons":', '"reason":', 'forbidden-output-key'],
      ['"accepted": not reasons', '"accepted": "yes"', 'wrong-output-type'],
      ['"reasons": reasons', '"reasons": None', 'wrong-output-type'],
      ['lines = input_data["lines"]', 'lines = input_data.lines', 'input-not-object'],
      ['    customer = input', '    input_data = json.loads(input_data)\n    customer = input', 'input-not-object'],
      ['"accepted": not reasons,\n        ', '', 'missing-output-key', -2],
      ['def execute(input_data)', 'def exceute(input_data)', 'missing-execute'],
      ['def execute(input_data)', 'def run(input_data)', 'missing-execute', -9],
      ['def execute(input_data)', 'def Execute(input_data)', 'missing-execute'],
      ['def execute(input_data)', 'def execute()', 'execute-arity'],
      ['def execute(input_data)', 'def execute(input_data, context)', 'execute-arity'],
      ['def execute(input_data)', 'def execute(*, input_data)', 'execute-arity'],
      ['def execute(input_data)', 'def execute(self, input_data)', 'execute-arity'],
      ['def execute(input_data)', 'def execute(input_data: list)', 'input-not-object'],
      ['def execute(input_data)', 'def execute(input_data: str)', 'input-not-object'],
      ['    return {\n', '    yield {\n', 'execute-is-generator', -11],
      ['    reasons = []\n', '    reasons = []\n    return\n', 'return-not-object', 1],
      ['    reasons = []\n', '    reasons = []\n    if not lines:\n        return None\n', 'return-not-object', 2],
      ['    reasons = []\n', '    reasons = []\n    if not lines:\n        return []\n', 'return-not-object', 2],
      ['    reasons = []\n', '    reasons = []\n    if not lines:\n        return "none"\n', 'return-not-object', 2],
      ['    reasons = []\n', '    reasons = []\n    if not lines:\n        return {"total": 0}\n', 'missing-output-key', 2],
      [
        '    reasons = []\n',
        '    reasons = []\n    if not lines:\n        return {"total": 0, "accepted": False, "why": 1}\n',
        'forbidden-output-key',
        2,
      ],
      ['import yaml\n', 'import yaml\nimport numpy\n', 'undeclared-import', 1],
      ['import yaml\n', 'import yaml\nfrom bs4 import BeautifulSoup\n', 'undeclared-import', 1],
      ['import yaml\n', 'import yaml\nfrom os import environ\n\nSHOP = environ["SHOP"]\n', 'environment-read', 3],
      ['    reasons = []\n', '    import os\n    reasons = [os.environ["SHOP"]]\n', 'environment-read', 1],
      ['    reasons = []\n', '    import os\n    reasons = [os.getenv("SHOP")]\n', 'environment-read', 1],
    ],
  },
  {
    agent: 'survey',
    file: 'app/agent.py',
    edits: [
      ['input_data["answers"]', 'input_data["answer"]', 'unknown-input-key'],
      ['.get("since")', '.get("sinse")', 'unknown-input-key'],
      ['.get("weights", {})', '.get("weight", {})', 'unknown-input-key'],
      ['.get("place")', '.get("plce")', 'unknown-input-key'],
      ['return {"summary": summary, "scores": scores}', 'return {"sumary": summary, "scores": scores}', 'missing-output-key'],
      ['return {"summary": summary, "scores": scores}', 'return {"scores": scores}', 'missing-output-key'],
      ['return {"summary": summary, "scores": scores}', 'return [summary, scores]', 'return-not-object'],
      ['return {"summary": summary, "scores": scores}', 'return summary, scores', 'return-not-object'],
      ['return {"summary": summary, "scores": scores}', 'return', 'return-not-object'],
      ['return {"summary": summary, "scores": scores}', 'print(summary, scores)', 'return-not-object', -8],
      ['return {"summary": summary, "scores": scores}', 'yield {"summary": summary, "scores": scores}', 'execute-is-generator', -8],
      ['async def execute(input_data: dict) -> dict', 'async def main(input_data: dict) -> dict', 'missing-execute', -3],
      ['async def execute(input_data: dict) -> dict', 'async def execute() -> dict', 'execute-arity'],
      ['async def execute(input_data: dict) -> dict', 'async def execute(input_data: list[dict]) -> dict', 'input-not-object'],
      ['import statistics\n', 'import statistics\nimport pandas\n', 'undeclared-import', 1],
      ['import statistics\n', 'import statistics\nimport os\n\nKEY = os.environ["KEY"]\n', 'environment-read', 3],
    ],
  },
  {
    agent: 'price-watch',
    file: 'main.mjs',
    edits: [
      ['input.url', 'input.ulr', 'unknown-input-key'],
      ['input.limit', 'input.limt', 'unknown-input-key'],
      ['input.tags', 'input.tag', 'unknown-input-key'],
      ['    fell: price', '    fel: price', 'missing-output-key', -1],
      ['    price,\n', '', 'missing-output-key', -2],
      ['export async function execute(input)', 'export async function exceute(input)', 'missing-execute'],
      ['export async function execute(input)', 'async function execute(input)', 'missing-execute'],
      ['export async function execute(input)', 'export async function execute(input, context)', 'execute-arity'],
      ['export async function execute(input)', 'export async function* execute(input)', 'execute-is-generator'],
      ['const tags = input.tags ?? [];', 'const tags = input.tags ?? [process.env.TAG];', 'environment-read'],
      ["import { fetch } from 'undici';\n", "import { fetch } from 'undici';\nimport got from 'got';\n", 'undeclared-import', 1],
      ['  const tags', "  if (page === null) return 'none';\n  const tags", 'return-not-object'],
      ['  const tags', '  if (page === null) return [];\n  const tags', 'return-not-object'],
      ['  const tags', '  if (page === null) return { fell: false };\n  const tags', 'missing-output-key'],
      ['  const tags', '  if (page === null) return null;\n  const tags', 'return-not-object'],
      ['export async function', 'const view = <b>price</b>;\nexport async function', 'unsupported-syntax'],
      ['export async function', '@sealed\nclass Watch {}\nexport async function', 'unsupported-syntax'],
    ],
  },
  {
    agent: 'image-sorter',
    file: 'sort.ts',
    edits: [
      ['input.folder', 'input.foldr', 'unknown-input-key'],
      ['input.mode', 'input.moed', 'unknown-input-key'],
      ['input.sizes ??', 'input.size ??', 'unknown-input-key'],
      ['input.options?.depth', 'input.option?.depth', 'unknown-input-key'],
      ['    sorted: names', '    sortd: names', 'forbidden-output-key'],
      ['    skipped: []', '    skiped: []', 'forbidden-output-key'],
      ['export const execute', 'const execute', 'missing-execute'],
      ['export const execute', 'export const run', 'missing-execute', -3],
      ['(input: Input): Output', '(input: Input, log: Console): Output', 'execute-arity'],
      ['export const execute', 'enum Mode { copy, move }\nexport const execute', 'unsupported-syntax'],
      ['export const execute', 'export enum Mode { copy = "copy" }\nexport const execute', 'unsupported-syntax'],
      ['export const execute', 'const enum Mode { copy }\nexport const execute', 'unsupported-syntax'],
      ['export const execute', 'namespace Modes { export const copy = 1; }\nexport const execute', 'unsupported-syntax'],
      ['export const execute', 'class Sorter {\n  constructor(private input: Input) {}\n}\nexport const execute', 'unsupported-syntax', 1],
      ['export const execute', 'import fs = require("node:fs");\nexport const execute', 'unsupported-syntax'],
      ['export const execute', 'const sizes = <number[]>[];\nexport const execute', 'unsupported-syntax'],
      ['export const execute', '@sealed\nclass Sorter {}\nexport const execute', 'unsupported-syntax'],
      ['export const execute', 'class Sorter {\n  accessor input = 1;\n}\nexport const execute', 'unsupported-syntax', 1],
    ],
  },
  {
    agent: 'mailer',
    file: 'index.cjs',
    edits: [
      ['{ to, body, token }', '{ to, bdy: body, token }', 'unknown-input-key'],
      ['{ to, body, token }', '{ to, body, tokn: token }', 'unknown-input-key'],
      ['message_id: random', 'mesage_id: random', 'missing-output-key'],
      ['return { message_id: randomUUID() };', 'return [randomUUID()];', 'return-not-object'],
      ['return { message_id: randomUUID() };', "return 'sent';", 'return-not-object'],
      ['return { message_id: randomUUID() };', 'return { id: randomUUID() };', 'missing-output-key'],
      ['module.exports.execute =', 'module.exports.exec =', 'missing-execute', -2],
      ['function execute(input)', 'function execute(input, callback)', 'execute-arity'],
      ['token === undefined', 'process.env.MAIL_TOKEN', 'environment-read'],
    ],
  },
  {
    agent: 'log-digest',
    file: 'digest.sh',
    edits: [
      ['#!/bin/sh\n', '#!/bin/sh\r\n', 'shell-line-ends'],
      ['#!/bin/sh', '#/bin/sh', 'shell-first-line'],
      ['#!/bin/sh', '!#/bin/sh', 'shell-first-line'],
      ['#!/bin/sh', '#!sh', 'shell-first-line'],
      ['#!/bin/sh', '\n#!/bin/sh', 'shell-first-line', 1],
    ],
  },
];

/** Slips in the code: keys that the schemas do not have, another signature, other results, and what an agent may not lean on. */
export const mutateCode: Mutator = (agent) =>
  all
    .filter((one) => one.agent === agent.name)
    .flatMap(({ file, edits }) =>
      edits.map(([from, to, code, below = 0]) => {
        const text = agent.files[file] ?? '';
        const at = text.indexOf(from);
        if (at < 0) throw new Error(`${agent.name} has no ${from}`);
        const line = text.slice(0, at).split('\n').length - 1 + below;
        return changed(agent, `${file} ${JSON.stringify(from)} as ${JSON.stringify(to)}`, {
          file,
          text: text.slice(0, at) + to + text.slice(at + from.length),
          code,
          line,
        });
      }),
    );
