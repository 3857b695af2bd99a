import { checkCode } from './check-code.ts';
import { contextOf, folderOf, picture } from './problem-picture.ts';

const schemas = `input_schema:
  type: object
  properties: { city: { type: string }, unit: { type: string } }
output_schema:
  type: object
  properties: { temperature: { type: number }, condition: { type: string } }`;

/** What the code of tests imports. */
const modules = { 'impl.py': '', 'other.py': '' };

/** A picture of the problems of a Python entrypoint, for tests. The two schemas may be others. */
export function checkPython(code: string, descriptor: string = schemas): string {
  const folder = folderOf({
    'agent.yaml': `name: a\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\n${descriptor}\n`,
    'main.py': code,
    ...modules,
  });
  return picture(folder, checkCode(contextOf(folder)).problems);
}

/** The same for a module of JavaScript or TypeScript. */
export function checkJavascript(code: string, descriptor: string = schemas, file = 'main.js'): string {
  const folder = folderOf({
    'agent.yaml': `name: a\nversion: 1.0.0\nruntime: { type: nodejs, entrypoint: ${file} }\n${descriptor}\n`,
    [file]: code,
  });
  return picture(folder, checkCode(contextOf(folder)).problems);
}
