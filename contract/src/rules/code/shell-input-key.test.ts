import { describe, expect, it } from 'vitest';
import { checkCode } from './check-code.ts';
import { contextOf, folderOf, picture } from './problem-picture.ts';

function check(script: string, schema = '{ properties: { city: {}, unit: {} } }'): string {
  const folder = folderOf({
    'agent.yaml': `runtime: { type: shell, entrypoint: run.sh }\ninput_schema: ${schema}\n`,
    'run.sh': `#!/bin/sh\n${script}\n`,
  });
  return picture(folder, checkCode(contextOf(folder)).problems);
}

describe('a key that a shell script asks jq for', () => {
  it('is marked when the input schema does not have it', () => {
    expect(check(`city=$(jq -r '.cty' "$HERMES_INPUT")`)).toBe(
      [
        `city=$(jq -r '.cty' "$HERMES_INPUT")`,
        `               ^^^ warning unknown-input-key: "cty" is not in input_schema. Did you mean "city"?`,
      ].join('\n'),
    );
  });

  it('is marked where a variable holds the input', () => {
    expect(check(`input=$(cat)\ncity=$(echo "$input" | jq -r '.cty')`)).toBe(
      [
        `city=$(echo "$input" | jq -r '.cty')`,
        `                               ^^^ warning unknown-input-key: "cty" is not in input_schema. Did you mean "city"?`,
      ].join('\n'),
    );
  });

  it.each([
    'jq -r .cty "$HERMES_INPUT"',
    'jq -r .cty < "$HERMES_INPUT"',
    'jq -re .cty "${HERMES_INPUT}"',
    'jq --raw-output ".cty" $HERMES_INPUT',
    `jq '.cty // "Beijing"' "$HERMES_INPUT"`,
    `jq '.cty.name | ascii_downcase' "$HERMES_INPUT"`,
    `jq '.cty[0]' "$HERMES_INPUT" | head`,
    'city=$(jq -r .cty)',
    'input=$(cat)\ncity=$(echo "$input" | jq -r .cty)',
    `INPUT="$(cat)"\ncity=$(printf '%s' "\${INPUT}" | jq -r '.cty // empty' 2>/dev/null)`,
    `set -eu; body=$(cat -); [ "$(echo "$body" | jq -r '.cty.name | length')" = 0 ]`,
    'input=$(cat)\ncity=$(jq -r .cty <<< "$input")',
  ])('is found in %s', (line) => {
    expect(check(line)).toContain('"cty" is not in input_schema');
  });

  it('is an error where other keys are ruled out and nothing stands for it', () => {
    const closed = '{ properties: { city: {} }, additionalProperties: false }';
    expect(check('jq .cty "$HERMES_INPUT"', closed)).toContain('error unknown-input-key');
    expect(check(`jq '.cty // 1' "$HERMES_INPUT"`, closed)).toContain('warning unknown-input-key');
  });

  it.each([
    ['a key that is declared', 'jq -r .city "$HERMES_INPUT"'],
    ['of another file', 'jq -r .cty data.json'],
    ['of what a program printed', 'curl -s x | jq -r .cty'],
    ['of what a program printed into a variable', 'x=$(curl -s x | jq -r .cty)'],
    ['of what a variable holds', 'x=$(jq -r .cty <<< "$answer")'],
    ['of a variable that is not the input', 'answer=$(curl -s x)\ncity=$(echo "$answer" | jq -r .cty)'],
    ['of a variable that gets another value', 'input=$(cat)\ninput=$(echo "$input" | tr a b)\ncity=$(echo "$input" | jq -r .cty)'],
    ['of a variable that holds what is left', 'read -r first\ninput=$(cat)\ncity=$(echo "$input" | jq -r .cty)'],
    ['of a variable that holds a part', 'input=$(cat | jq .city)\ncity=$(echo "$input" | jq -r .cty)'],
    ['of another file beside the input', 'input=$(cat)\necho "$input" | jq -r .cty data.json'],
    ['in a comment', '# jq -r .cty "$HERMES_INPUT"'],
    ['behind a comment sign', 'true # jq -r .cty "$HERMES_INPUT"'],
    ['of all inputs', 'jq -s .cty "$HERMES_INPUT"'],
    ['of no input', 'jq -n .cty "$HERMES_INPUT"'],
    ['in a filter that begins in another way', `jq '{a: .cty}' "$HERMES_INPUT"`],
    ['that is computed', 'jq -r ".$key" "$HERMES_INPUT"'],
    ['that is given as an argument', `jq --arg k cty '.[$k]' "$HERMES_INPUT"`],
    ['in a loop', 'while read -r x; do y=$(jq -r .cty); done'],
    ['in a function', 'f() { x=$(jq -r .cty); }'],
    ['beside a text in the script', 'cat <<END\njq -r .cty "$HERMES_INPUT"\nEND'],
    ['after the variable got another value', 'HERMES_INPUT=x\njq -r .cty "$HERMES_INPUT"'],
    ['of another variable', 'jq -r .cty "$HERMES_INPUT_2"'],
    ['with another program of that name', './my-jq -r .cty "$HERMES_INPUT"'],
  ])('is not %s', (_, script) => {
    expect(check(script)).toBe('');
  });

  it('is not spoken of where the schema invites others', () => {
    expect(check('jq -r .cty "$HERMES_INPUT"', '{ properties: { city: {} }, additionalProperties: true }')).toBe('');
    expect(check('jq -r .cty "$HERMES_INPUT"', '{}')).toBe('');
  });
});
