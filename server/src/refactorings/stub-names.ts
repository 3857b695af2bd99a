/** The types of a stub, by the names that are free in the file. */
export type StubNames = { readonly input: string; readonly output: string };

export function freeNames(text: string): StubNames | undefined {
  return ['', 'Execute', 'Agent']
    .map((prefix) => ({ input: `${prefix}Input`, output: `${prefix}Output` }))
    .find(({ input, output }) => !new RegExp(String.raw`\b(?:${input}|${output})`).test(text));
}
