import { changed, type Mutation, type Mutator, type ValidAgent } from './mutation.ts';

/** What happens to the signs of YAML while a line is written: a colon, a quote, a bracket or a blank too many or too few. */
export const mutateSyntax: Mutator = (agent) => {
  const lines = (agent.files['agent.yaml'] ?? '').split('\n');
  return lines.flatMap((_line, index) => slips(agent, lines, index));
};

function slips(agent: ValidAgent, lines: readonly string[], index: number): Mutation[] {
  const line = lines[index] ?? '';
  const { indent = '', dash = '', key = '', rest = '' } = /^(?<indent> *)(?<dash>- )?(?<key>[\w$]+):(?<rest>.*)$/.exec(line)?.groups ?? {};
  const before = lines[index - 1] ?? '';
  const depth = (text: string): number => /^[ -]*/.exec(text)?.[0].length ?? 0;
  const variants: (readonly [what: string, text: string])[] = [];
  // Alone below its parent, or in an item of a list, it is a text without its colon, and no mistake of YAML's.
  const isAlone = dash !== '' || (before.trimEnd().endsWith(':') && depth(lines[index + 1] ?? '') < depth(line));
  if (key !== '' && rest.trim() !== '' && !isAlone) variants.push(['without its colon', `${indent}${dash}${key}${rest}`]);
  if (key !== '' && /^ [^"'[{#]+$/.test(rest)) variants.push(['with an open quote', `${indent}${dash}${key}: "${rest.trim()}`]);
  if (key !== '' && indent !== '') variants.push(['with a tab', `\t${dash}${key}:${rest}`]);
  // Below a line of the same depth a blank more belongs to nothing.
  if (key !== '' && dash === '' && depth(before) === depth(line) && !before.trimEnd().endsWith(':'))
    variants.push(['a blank too deep', ` ${line}`]);
  if (/"[^"]*"\s*$/.test(line)) variants.push(['without its last quote', line.replace(/"(\s*)$/, '$1')]);
  if (/[\]}]\s*$/.test(line)) variants.push(['without its last bracket', line.replace(/[\]}](\s*)$/, '$1')]);
  if (/: \{/.test(line)) variants.push(['without its first bracket', line.replace(/: \{ ?/, ': ')]);
  return variants.map(([what, text]) =>
    changed(agent, `line ${index + 1} ${what}`, { text: lines.with(index, text).join('\n'), code: 'yaml-syntax', line: index }),
  );
}
