import { describe, expect, it } from 'vitest';
import { checkJavascript } from './check-entrypoint.ts';

const descriptor = `input_schema: { type: object, properties: { city: {} }, additionalProperties: false }
output_schema: { type: object, properties: { temperature: {} }, required: [temperature], additionalProperties: false }`;

function codesOf(code: string, file = 'main.js'): readonly string[] {
  return [...checkJavascript(`${code}\n`, descriptor, file).matchAll(/\^ \w+ ([a-z-]+): /g)].map(([, found = '']) => found).toSorted();
}

/** The same wrong body in each form of an export: it must be found in all of them. */
const wrong = '{ return { temperature: input.cty }; }';

describe('execute is found as', () => {
  it.each<[string, string?]>([
    [`export function execute(input) ${wrong}`],
    [`export async function execute(input) ${wrong}`],
    [`export const execute = (input) => ${wrong};`],
    ['export const execute = (input) => ({ temperature: input.cty });'],
    [`export const execute = async function (input) ${wrong};`],
    [`function run(input) ${wrong}\nexport { run as execute };`],
    [`export default { execute(input) ${wrong} };`],
    [`export default { execute: (input) => ${wrong} };`],
    [`function execute(input) ${wrong}\nexport default { execute };`],
    [`const agent = { async execute(input) ${wrong} };\nexport default agent;`],
    [`module.exports = { execute(input) ${wrong} };`],
    [`module.exports = { execute: async (input) => ${wrong} };`],
    [`function execute(input) ${wrong}\nmodule.exports = { execute };`],
    [`exports.execute = function (input) ${wrong};`],
    [`exports.execute = (input) => ${wrong};`],
    [`module.exports.execute = async function execute(input) ${wrong};`],
    [`exports = module.exports = { execute(input) ${wrong} };`],
    [
      `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.execute = execute;\nfunction execute(input) ${wrong}`,
    ],
    [
      `exports.parse = (text) => text;\nexports.execute = (input) => { (0, exports.parse)("a"); exports.parse("b"); return { temperature: input.cty }; };`,
    ],
    ['export function execute({ cty }) { return { temperature: cty }; }'],
    ['export function execute(input) { const { cty } = input; return { temperature: cty }; }'],
    ['export function execute(input) { return { temperature: input["cty"] ?? 1 }; }'],
    ['export function execute(input) { return { temperature: input?.cty }; }'],
    [`export function execute(input: Input): Output ${wrong}`, 'main.ts'],
    [`export const execute: Execute = (input) => ${wrong};`, 'main.ts'],
    [`export const execute = ((input: Input) => ${wrong}) satisfies Execute;`, 'main.ts'],
    [`export const execute = ((input) => ${wrong}) as Execute;`, 'main.ts'],
    [`export default { execute(input: Input) ${wrong} } satisfies Agent;`, 'main.ts'],
    [`export function execute(input: A): B;\nexport function execute(input: C): D ${wrong}`, 'main.ts'],
    ['export function execute<T extends Input>(input: T) { return { temperature: input!.cty } satisfies Output; }', 'main.ts'],
  ])('%s', (code, file) => {
    expect(codesOf(code, file)).toEqual(['unknown-input-key']);
  });
});

describe('the policy is silent when', () => {
  it.each<[string, string]>([
    ['it is exported from who knows where', "export { execute } from '#impl';"],
    ['all is exported', "export * from '#impl';"],
    ['a call makes it', 'export const execute = make();'],
    ['a call makes the exports', 'module.exports = make();'],
    ['a spread may have it', 'module.exports = { ...impl };'],
    ['keys are computed', 'exports[name] = (input) => ({});'],
    ['exports are passed on', 'define(exports);'],
    ['exports are passed on to a getter', 'Object.defineProperty(exports, "execute", { get: () => run });'],
    [
      'exports are copied from another file',
      'Object.defineProperty(exports, "__esModule", { value: true });\n__exportStar(require("#impl"), exports);',
    ],
    ['a key of the exports is another name for them', 'exports.all = exports; define(exports.all);'],
    ['the parameter gets another value', 'export function execute(input) { input = load(); return { temperature: input.cty }; }'],
    ['the parameter has a default', 'export function execute(input = {}) { return { temperature: input.city }; }'],
    ['keys are dynamic', 'export function execute(input) { input[key] = 1; return { temperature: input.cty }; }'],
    ['the key was written before', 'export function execute(input) { input.cty = 1; return { temperature: input.cty }; }'],
    ['the input is assigned to', 'export function execute(input) { Object.assign(input, more); return { temperature: input.cty }; }'],
    ['a call is returned', 'export function execute(input) { return run(input); }'],
    ['a call is awaited', 'export async function execute(input) { return await run(input); }'],
    ['an open object is returned', 'export function execute(input) { return { ...run(input) }; }'],
    ['it always throws', 'export function execute() { throw new Error("not yet"); }'],
    ['it ends the program', 'export function execute() { process.exit(1); }'],
    ['the key is set later', 'export function execute(input) { const r = {}; r.temperature = input.city; return r; }'],
    ['the object is handed to others', 'export function execute() { const r = {}; fill(r); return r; }'],
    ['it is being typed', 'export function execute(input) { return { temp: input.cty'],
    ['JSON drops what is undefined', 'export function execute(input) { return { temperature: input.city, temp: undefined }; }'],
    [
      'it runs as a script',
      'if (require.main === module) main();\nmodule.exports = { execute(input) { return { temperature: input.city }; } };',
    ],
  ])('%s', (_, code) => {
    expect(codesOf(code)).toEqual([]);
  });
});

describe('the policy speaks when', () => {
  it.each<[string, string, readonly string[], string?]>([
    ['nothing is exported', 'function execute(input) { return {}; }', ['missing-execute']],
    [
      'a compiler exports something else',
      'Object.defineProperty(exports, "__esModule", { value: true });\nexports.run = run;\nfunction run(input) { return {}; }',
      ['missing-execute'],
    ],
    ['only a class has one', 'export class A { execute(input) { return {}; } }', ['execute-in-class']],
    ['a second parameter is needed', 'export function execute(input, context) { return { temperature: input.city }; }', ['execute-arity']],
    ['it is a generator', 'export function* execute(input) { yield input.city; }', ['execute-is-generator']],
    ['an array is returned', 'export const execute = (input) => [input.city];', ['return-not-object']],
    [
      'nothing is returned in one place',
      'export function execute(input) { if (!input.city) return; return { temperature: 1 }; }',
      ['return-not-object'],
    ],
    ['nothing is returned at all', 'export function execute(input) { run(input.city); }', ['return-not-object']],
    [
      'the type is an array',
      'export function execute(input: Input[]) { return { temperature: input.city }; }',
      ['input-not-object'],
      'main.ts',
    ],
    [
      'a key is returned that may not be',
      'export const execute = (input) => ({ temperature: input.city, temp: 1 });',
      ['forbidden-output-key'],
    ],
    ['a key is missing', 'export const execute = (input) => { input.city; return {}; };', ['missing-output-key']],
    ['the environment is read', 'export const execute = () => ({ temperature: process.env.CITY });', ['environment-read']],
  ])('%s', (_, code, codes, file) => {
    expect(codesOf(code, file)).toEqual(codes);
  });
});
