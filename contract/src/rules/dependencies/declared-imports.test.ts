import { describe, expect, it } from 'vitest';
import type { InstalledPackage } from '../../agent-folder.ts';
import { checkCode } from '../code/check-code.ts';
import { contextOf, folderOf, picture } from '../code/problem-picture.ts';

type Files = Readonly<Record<string, string>>;

/** An agent with dependencies, one file of code of each name, and other files. */
function check(dependencies: readonly string[], files: Files, installed?: readonly InstalledPackage[]): string {
  const [entrypoint = ''] = Object.keys(files);
  const type = entrypoint.endsWith('.py') ? 'python' : 'nodejs';
  const list = dependencies.map((text) => `    - ${JSON.stringify(text)}\n`).join('');
  const descriptor = `runtime:\n  type: ${type}\n  entrypoint: ${entrypoint}\n${list === '' ? '' : `  dependencies:\n${list}`}`;
  const folder = folderOf({ 'agent.yaml': descriptor, ...files }, installed);
  return picture(folder, checkCode(contextOf(folder)).problems);
}

const python = (...imports: readonly string[]): Files => ({
  'main.py': `${imports.join('\n')}\n\n\ndef execute(input_data):\n    return {}\n`,
});
const node = (...imports: readonly string[]): Files => ({
  'main.js': `${imports.join('\n')}\nexport function execute(input) { return {}; }\n`,
});

describe('an import that nothing declares', () => {
  it('is marked at its module, with the package to declare', () => {
    expect(check(['requests==2.31.0'], python('import requests', 'import bs4'))).toBe(
      [
        'import bs4',
        '       ^^^ info undeclared-import: "bs4" is not in runtime.dependencies. Add beautifulsoup4 there, so that it is installed wherever the agent runs.',
      ].join('\n'),
    );
  });

  it.each([
    ['import requests', 'Add requests there'],
    ['import requests as r, os', 'Add requests there'],
    ['import os, requests', 'Add requests there'],
    ['import requests.adapters', 'Add requests there'],
    ['from requests.adapters import HTTPAdapter', 'Add requests there'],
    ['from PIL import Image', 'Add Pillow there'],
    ['import yaml', 'Add PyYAML there'],
    ['import sklearn.linear_model', 'Add scikit-learn there'],
    ['import cv2', 'Add opencv-python there'],
    ['from dotenv import load_dotenv', 'Add python-dotenv there'],
    ['from dateutil import parser', 'Add python-dateutil there'],
    ['import some_thing', 'Add some-thing there'],
  ])('is found in %s', (line, message) => {
    expect(check([], python(line))).toContain(message);
  });

  it('is named by what is installed, where that is known', () => {
    const installed = [{ name: 'attrs-extra', version: '1.0', modules: ['attrs_more'] }];
    expect(check([], python('import attrs_more'), installed)).toContain('Add attrs-extra there');
  });

  it('is found in the files of the agent that the entrypoint loads', () => {
    expect(check([], { ...python('from lib import fetch'), 'lib/__init__.py': '', 'lib/fetch.py': 'import requests\n' })).toContain(
      'import requests\n       ^^^^^^^^',
    );
  });

  it('is said once for a package, at its first import', () => {
    expect(check([], python('import requests', 'from requests.adapters import HTTPAdapter', 'import yaml'))).toBe(
      [
        'import requests',
        '       ^^^^^^^^ info undeclared-import: "requests" is not in runtime.dependencies. Add requests there, so that it is installed wherever the agent runs.',
        'import yaml',
        '       ^^^^ info undeclared-import: "yaml" is not in runtime.dependencies. Add PyYAML there, so that it is installed wherever the agent runs.',
      ].join('\n'),
    );
  });

  it('may be a slip', () => {
    expect(check(['requests'], python('import reqests'))).toContain('Did you mean "requests"?');
    expect(check([], python('import datetme'))).toContain('Did you mean "datetime"?');
    expect(check(['undici@7.0.0'], node("import { fetch } from 'undcii';"))).toContain('Did you mean "undici"?');
  });

  it.each([
    ["import { fetch } from 'undici';", 'undici'],
    ["import undici from 'undici/lib/x.js';", 'undici'],
    ["import '@scope/name/part';", '@scope/name'],
    ["export { x } from 'undici';", 'undici'],
    ["const undici = require('undici');", 'undici'],
    ["const { a } = require('undici').b;", 'undici'],
    ["require('dotenv').config();", 'dotenv'],
  ])('is found in Node: %s', (line, name) => {
    expect(check([], node(line))).toContain(`"${name}" is not in runtime.dependencies`);
  });

  it.each<[string, readonly string[], Files]>([
    [
      'the standard library',
      [],
      python('import os, sys, json', 'from urllib.parse import quote', 'import tomllib, distutils', 'import _thread'),
    ],
    ["the runtime's own helper", [], python('import hermes_runtime')],
    ['a declared package', ['requests'], python('import requests')],
    [
      'a declared package under another name',
      ['Pillow', 'beautifulsoup4', 'PyYAML'],
      python('from PIL import Image', 'import bs4', 'import yaml'),
    ],
    [
      'what a declared package brings along',
      ['requests', 'pandas'],
      python('import requests, pandas', 'import numpy', 'import urllib3.util'),
    ],
    ['a namespace', ['google-cloud-storage'], python('from google.cloud import storage')],
    ['a name that the package suggests', ['python-magic-bin', 'my_sdk.core'], python('import magic', 'import my_sdk')],
    [
      'a name whose words are all in that of the package',
      ['acme-agents-tools', 'acme-agents'],
      python('import acme', 'import acme_tools.files'),
    ],
    ['a package with a marker', [`requests; python_version > "3.8"`], python('import requests')],
    ['a package of unknown content', ['acme-sdk'], python('import wile')],
    ['an address', ['git+https://example.com/wile-e.git'], python('import coyote')],
    ['a name that cannot be read', ['requests2.31.0'], python('import requests')],
    ['a file beside it', [], { ...python('import lib'), 'lib.py': '' }],
    ['a package beside it', [], { ...python('import lib.part'), 'lib/__init__.py': '', 'lib/part.py': '' }],
    ['a folder without __init__', [], { ...python('from lib import part'), 'lib/part.py': '' }],
    ['a relative import', [], python('from . import part', 'from .lib import x')],
    ['an import that may fail', [], python('try:\n    import requests\nexcept ImportError:\n    requests = None')],
    ['an import for types', [], python('from typing import TYPE_CHECKING', 'if TYPE_CHECKING:\n    import requests')],
    ['an import under a condition', [], python('import sys', 'if sys.version_info < (3, 11):\n    import tomli')],
    ['an import in a function', [], python('def f():\n    import requests')],
    ['an import of a script', [], python('if __name__ == "__main__":\n    import requests')],
    ['a dynamic import', [], python('import importlib', 'x = importlib.import_module("requests")')],
    ['a module of a folder that the code adds', [], python('import sys', 'sys.path.insert(0, "lib")', 'import wile')],
    ['a file that is being typed', [], python('import requests', 'x = (')],
    ['a package of requirements.txt', [], { ...python('import requests'), 'requirements.txt': 'requests==2.31.0  # why\n' }],
    [
      'a package of pyproject.toml',
      [],
      { ...python('import bs4'), 'pyproject.toml': '[project]\ndependencies = [\n  "beautifulsoup4>=4", # x\n]\n' },
    ],
    ['a module of Node', [], node("import fs from 'fs';", "import 'node:test';", "import 'fs/promises';", "const x = require('path');")],
    ['a declared package of Node', ['undici@7.0.0'], node("import 'undici';", "import 'undici/x';")],
    ['a path', [], { ...node("import './x.js';"), 'x.js': '' }],
    ['what package.json or a compiler maps', [], node("import '#x';", "import '@/x';", "import '~/x';")],
    ['an address of Node', [], node("import 'https://example.com/x.js';", "import 'data:text/javascript,';")],
    ['types', [], { 'main.ts': "import type { A } from 'x';\nexport function execute(input: A) { return {}; }\n" }],
    ['a dynamic import of Node', [], node("const x = await import('undici');")],
    ['a require that may fail', [], node("let x; try { x = require('undici'); } catch {}")],
    ['a require in a function', [], node("function f() { return require('undici'); }")],
    ['a package of package.json', [], { ...node("import 'undici';"), 'package.json': '{ "dependencies": { "undici": "^7.0.0" } }' }],
  ])('is not %s', (_, dependencies, files) => {
    expect(check(dependencies, files)).toBe('');
  });

  it('is not looked for in a package whose modules are known from its records', () => {
    expect(check(['acme'], python('import wile'), [{ name: 'acme', version: '1', modules: ['wile', 'coyote'] }])).toBe('');
  });
});

describe('a dependency that no file imports', () => {
  it('is marked on its line', () => {
    expect(check(['requests', 'feedparser==6.0.11'], python('import requests'))).toBe(
      [
        '    - "feedparser==6.0.11"',
        '      ^^^^^^^^^^^^^^^^^^^^ hint unused-dependency: Nothing that the entrypoint loads imports feedparser. Remove it, if nothing else needs it.',
      ].join('\n'),
    );
  });

  it('is found by what the records of the installed package say', () => {
    expect(check(['acme'], python('import os'), [{ name: 'acme', version: '1', modules: ['wile'] }])).toContain('imports acme');
  });

  it('is found in Node', () => {
    expect(check(['undici@7.0.0', '@scope/name'], node("import '@scope/name';"))).toContain('imports undici');
  });

  it('may be misspelt', () => {
    expect(check(['reqeusts==2.31.0'], python('import requests'))).toContain(
      'warning unused-dependency: Nothing that the entrypoint loads imports reqeusts. Did you mean "requests"?',
    );
  });

  it.each<[string, readonly string[], Files]>([
    ['it is imported', ['feedparser'], python('import feedparser')],
    ['it is imported in a function', ['feedparser'], python('def f():\n    import feedparser')],
    ['its import may fail', ['feedparser'], python('try:\n    import feedparser\nexcept ImportError:\n    pass')],
    ['another file imports it', ['feedparser'], { ...python('import lib'), 'lib.py': 'from feedparser import parse\n' }],
    [
      'a file of a package imports it',
      ['feedparser'],
      { ...python('import lib.part'), 'lib/__init__.py': 'import feedparser\n', 'lib/part.py': '' },
    ],
    ['nobody knows what it brings', ['acme-sdk'], python('import os')],
    ['it works unseen', ['lxml', 'gunicorn', 'pytest-cov', 'types-requests', 'python-dotenv'], python('import os')],
    ['it may stand under another', ['openai', 'httpx<0.28', 'numpy<2'], python('import openai')],
    ['it is for some machines', [`feedparser; sys_platform == "win32"`], python('import os')],
    ['it comes from an address', ['feedparser @ https://example.com/f.zip'], python('import os')],
    ['modules are loaded unseen', ['feedparser'], python('import importlib')],
    ['programs are run', ['yt-dlp'], python('import subprocess')],
    ['code is made at run time', ['feedparser'], python('exec(open("x").read())')],
    ['a file is being typed', ['feedparser'], python('import os', 'x = (')],
    ['another file is being typed', ['feedparser'], { ...python('import lib'), 'lib.py': 'x = (\n' }],
    ['a file of the agent is not there', ['feedparser'], python('from .lib import x')],
    ['something imported is declared nowhere', ['feedparser'], python('import feed_parser')],
    ['it works unseen in Node', ['@types/node', 'eslint-plugin-x', 'typescript', 'pg'], node('')],
    ['modules are loaded unseen in Node', ['undici@7.0.0'], node('const x = await import(name);')],
    ['programs are run in Node', ['undici@7.0.0'], node("import { spawn } from 'node:child_process';")],
    [
      'only its types are imported',
      ['undici@7.0.0'],
      { 'main.ts': "import type { Agent } from 'undici/types';\nexport function execute(input: Agent) { return {}; }\n" },
    ],
    ['it is imported dynamically', ['undici@7.0.0'], node("const x = await import('undici');")],
  ])('is not spoken of when %s', (_, dependencies, files) => {
    expect(check(dependencies, files)).not.toContain('unused-dependency');
  });
});
