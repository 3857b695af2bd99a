/** No line that a person reads is longer, in UTF-16 units. */
const maxLine = 1000;

const name = /(?<=^|[\s[{,:-])[&*][^\s,[\]{}]*/g;

/** The anchors and the aliases of a line, with their signs; not those in comments and in quotes. */
export function namesInLine(line: string): RegExpExecArray[] {
  const bare = line
    .slice(0, maxLine)
    .replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length))
    .replace(/(?:^|\s)#.*/, '');
  return [...bare.matchAll(name)];
}
