import { describe, expect, it } from 'vitest';
import { checkAgent } from '../check-agent.ts';
import { checkRuntimeConfig } from '../check-runtime-config.ts';
import { checkTree } from '../check-tree.ts';
import { folderOf, picture } from '../rules/code/problem-picture.ts';

const descriptor = `name: a
version: 1.0.0
input_schema: { type: object, properties: { text: { type: string } } }
runtime:
  type: python
  entrypoint: main.py
`;
const code = 'def execute(input_data):\n    return {}\n';

/** The problems of an agent as a person sees them. */
function check(yaml: string, main: string = code): string {
  const folder = folderOf({ 'agent.yaml': yaml, 'main.py': main });
  return picture(folder, checkAgent(folder).problems);
}

/** The same for one in JavaScript. */
function checkJavascript(main: string): string {
  const yaml = descriptor.replace('python', 'nodejs').replace('main.py', 'main.mjs');
  const folder = folderOf({ 'agent.yaml': yaml, 'main.mjs': main });
  return picture(folder, checkAgent(folder).problems);
}

describe('a comment hermes-ignore', () => {
  it('silences the problem that it names, on its own line or on the next', () => {
    expect(check(`${descriptor}team: search # hermes-ignore unknown-key: our catalogue reads it\n`)).toBe('');
    expect(check(`${descriptor}# hermes-ignore unknown-key: our catalogue reads it\nteam: search\n`)).toBe('');
    expect(check(descriptor, 'import os\n# hermes-ignore environment-read: a switch for tests\nlevel = os.environ["LEVEL"]\n' + code)).toBe(
      '',
    );
    expect(check(descriptor, 'import os\nlevel = os.environ["LEVEL"]  #hermes-ignore environment-read: a switch for tests\n' + code)).toBe(
      '',
    );
    expect(
      checkJavascript('export function execute(input) {\n  return { a: process.env.A }; // hermes-ignore environment-read: for tests\n}\n'),
    ).toBe('');
    expect(checkJavascript('// hermes-ignore missing-execute: it is made when the module is loaded\nexport const run = 1;\n')).toBe('');
  });

  it('leaves all other problems, and the same one on other lines', () => {
    expect(check(`${descriptor}team: a # hermes-ignore unknown-key: ours\nowner: b\nowners: c # hermes-ignore unknown-key: ours\n`)).toBe(
      'owner: b\n^^^^^ warning unknown-key: "owner" is not a key here; it has no effect. Remove it, or begin it with x- if it is yours.',
    );
  });

  it('names several problems, above lines that are blank or comments', () => {
    const main = 'import os\n# hermes-ignore environment-read , unknown-input-key: a switch\n\n# More about it.\n';
    expect(
      check(
        descriptor.replace('properties:', 'additionalProperties: false, properties:'),
        `def execute(input_data):\n    ${main.replace('import os\n', 'import os\n    ').replace('# More', '    # More')}    return {"a": os.environ["A"], "b": input_data["other"]}\n`,
      ),
    ).toBe('');
  });

  it('stands in lines that end as on other systems', () => {
    expect(check(`${descriptor}# hermes-ignore unknown-key: ours\nteam: a\n`.replaceAll('\n', '\r\n'))).toBe('');
  });

  it('is none inside of a text, of a word or of another comment', () => {
    const text = `description: |\n  # hermes-ignore unknown-key: no comment\n  Words.\n`;
    expect(check(descriptor + text)).toBe('');
    expect(check(`${descriptor}description: "a # hermes-ignore unknown-key: b"\n`)).toBe('');
    expect(
      check(descriptor, `# See hermes-ignore above.\n# hermes-ignored\nhelp = """\n# hermes-ignore missing-execute: a\n"""\n${code}`),
    ).toBe('');
    expect(checkJavascript('export const execute = () => ({ a: "// hermes-ignore missing-execute: b" });\n')).toBe('');
  });

  it('follows a text in a block', () => {
    expect(check(`${descriptor}description: |\n  Words.\n# hermes-ignore unknown-key: ours\nteam: a\n`)).toBe('');
    expect(check(`description: |\n  Words.\n\n  # hermes-ignore unknown-key: ours\nteam: a\n${descriptor}`)).toContain('unknown-key');
  });
});

describe('a comment that does no good', () => {
  it('has to give its reason', () => {
    expect(check(`${descriptor}team: search # hermes-ignore unknown-key\n`)).toBe(
      'team: search # hermes-ignore unknown-key\n             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ignore-without-reason: Say why this is ignored: hermes-ignore name: reason.',
    );
    expect(check(`${descriptor}team: search # hermes-ignore unknown-key:  \n`)).toContain('ignore-without-reason');
  });

  it('has to silence something', () => {
    expect(check(`${descriptor}description: a # hermes-ignore unknown-key, unmarked-secret: b\n`)).toBe(
      [
        'description: a # hermes-ignore unknown-key, unmarked-secret: b',
        '                               ^^^^^^^^^^^ warning unused-ignore: There is no "unknown-key" here to ignore. Remove the comment.',
        'description: a # hermes-ignore unknown-key, unmarked-secret: b',
        '                                            ^^^^^^^^^^^^^^^ warning unused-ignore: There is no "unmarked-secret" here to ignore. Remove the comment.',
      ].join('\n'),
    );
    expect(check(`# hermes-ignore\n${descriptor}`)).toContain('unused-ignore: The comment names no problem');
    expect(check(`# hermes-ignore unknwon-key: a\n${descriptor}`)).toContain(
      'No problem is called "unknwon-key". Did you mean "unknown-key"?',
    );
    expect(check(`# hermes-ignore everything: a\n${descriptor}`)).toContain('No problem is called "everything". Remove the comment.');
  });

  it('cannot silence that a file is of no use, nor itself', () => {
    const wrong = check(`${descriptor}timeout_seconds: soon # hermes-ignore wrong-type: later\n`);
    expect(wrong).toContain('error wrong-type');
    expect(wrong).toContain('warning unused-ignore: "wrong-type" cannot be ignored here');
    expect(check(`# hermes-ignore unused-ignore: a\n# hermes-ignore unknown-key: a\n${descriptor}`).split('unused-ignore: ').length).toBe(
      4,
    );
  });

  it('is left alone where a rule may have been silent: in broken files, and about what is installed', () => {
    const comment = '# hermes-ignore unknown-key: a\n';
    expect(check(`${comment}${descriptor}x: [\n`)).not.toContain('unused-ignore');
    expect(check(`${comment}${descriptor}`, `${code}x = (\n`)).not.toContain('unused-ignore');
    expect(check(`# hermes-ignore missing-dependency, duplicate-agent-name: a\n${descriptor}`)).toBe('');
  });
});

describe('comments in other files', () => {
  it('silence what is said of a configuration', () => {
    const text = 'server:\n  # hermes-ignore open-host: a container\n  host: 0.0.0.0\n  port: 8080 # hermes-ignore open-host\n';
    expect(checkRuntimeConfig(text, 'c.yaml').problems.map(({ code: name, range }) => [name, range.start.line])).toEqual([
      ['unused-ignore', 3],
    ]);
  });

  it('silence what only shows between agents', () => {
    const agent = (path: string, yaml: string): ReturnType<typeof folderOf> => ({
      ...folderOf({ 'agent.yaml': yaml, 'main.py': code }),
      path,
    });
    const { problems } = checkTree({
      agents: [agent('a', descriptor), agent('b', `# hermes-ignore duplicate-agent-name: a copy\n${descriptor}`)],
      configs: [],
    });
    expect(problems.map(({ path, code: name }) => `${path} ${name}`)).toEqual(['a/agent.yaml duplicate-agent-name']);
  });

  it('may be a shell script', () => {
    const folder = folderOf({
      'agent.yaml': descriptor.replace('python', 'shell').replace('main.py', 'main.sh'),
      'main.sh': '# hermes-ignore environment-read: a\necho "# hermes-ignore environment-read: b"\n',
    });
    expect(picture(folder, checkAgent(folder).problems)).toBe(
      '# hermes-ignore environment-read: a\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unused-ignore: There is no "environment-read" here to ignore. Remove the comment.',
    );
  });
});
