import type { Problem } from '@hermes-runtime/schemas';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../rules/code/check-code.ts';
import { contextOf, folderOf } from '../rules/code/problem-picture.ts';

const descriptor = (file: string, type: string): string =>
  [
    'name: a',
    'version: 1.0.0',
    `runtime: { type: ${type}, entrypoint: ${file} }`,
    'input_schema: { type: object, properties: { city: {}, units: {} }, additionalProperties: false }',
    'output_schema: { type: object, properties: { temperature: {}, notes: {} }, required: [temperature], additionalProperties: false }',
  ].join('\n');

const python = `import json
from typing import Any

UNITS = {"c": 1, "f": 2}


def fetch(city: str, *, timeout: float = 3.0) -> dict[str, Any]:
    """Asks for one city (or '?')."""
    with open(city) as handle:
        return json.load(handle)


def execute(input_data: dict[str, Any]) -> dict[str, Any]:
    # The city may be "Beijing", or 北京, or 🌧.
    city = input_data["city"]
    units = UNITS.get(input_data.get("units", "c"))
    notes = [f"{key}: {value!r}" for key, value in sorted(UNITS.items())]
    try:
        found = fetch(city, timeout=1.5)
    except OSError as error:
        return {"temperature": None, "notes": [str(error)]}
    if not (found and
            units):
        raise ValueError("nothing for {}".format(city))
    return {
        "temperature": found["temperature"] * units,
        "notes": notes,
    }
`;

const javascript = `import { readFile } from 'node:fs/promises';

const units = { c: 1, f: 2 };

async function fetchCity(city, { timeout = 3 } = {}) {
  const text = await readFile(city, 'utf8');
  return JSON.parse(text, (key, value) => (/^\\d+$/.test(value) ? Number(value) : value));
}

export async function execute(input) {
  // The city may be "Beijing", or 北京, or 🌧.
  const { city, units: wanted = 'c' } = input;
  const notes = Object.entries(units).map(([key, value]) => \`\${key}: \${value}\`);
  try {
    const found = await fetchCity(city, { timeout: 1.5 });
    return { temperature: found.temperature * units[wanted], notes };
  } catch (error) {
    return { temperature: null, notes: [String(error)] };
  }
}
`;

const cases = [
  { file: 'main.py', type: 'python', text: python, header: /^def execute\(input_data: dict\[str, Any\]\) -> dict\[str, Any\]:$/m },
  { file: 'main.mjs', type: 'nodejs', text: javascript, header: /^export async function execute\(input\) \{$/m },
  { file: 'main.ts', type: 'nodejs', text: javascript, header: /^export async function execute\(input\) \{$/m },
];

describe.each(cases)('while $file is typed', { timeout: 60_000 }, ({ file, type, text, header }) => {
  const check = (code: string): readonly Problem[] =>
    checkCode(contextOf(folderOf({ 'agent.yaml': descriptor(file, type), [file]: code }))).problems;
  const codesOf = (code: string): string[] => check(code).map((problem) => problem.code);

  it('nothing is wrong with it in the end', () => {
    expect(codesOf(text)).toEqual([]);
  });

  it('character by character, it never lacks execute while its line is there, and no range leaves the text', () => {
    for (let end = 0; end <= text.length; end += 1) {
      const code = text.slice(0, end);
      const problems = check(code);
      const lines = code.split('\n');
      expect(problems.filter(({ range: { end: last } }) => last.character > (lines[last.line]?.length ?? -1))).toEqual([]);
      expect(problems.filter(({ code: found }) => header.test(code) && found.includes('execute'))).toEqual([]);
    }
  });

  it('with one character gone anywhere but in its header, it never lacks execute', () => {
    const at = header.exec(text);
    const from = at?.index ?? 0;
    const to = from + (at?.[0].length ?? 0);
    for (let index = 0; index < text.length; index += 1) {
      if (index >= from && index <= to) continue;
      expect(codesOf(text.slice(0, index) + text.slice(index + 1))).not.toContain('missing-execute');
    }
  });
});
