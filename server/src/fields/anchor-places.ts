import { Lexer } from 'yaml';
import type { Place } from './field.ts';
import type { YamlFile } from './yaml-place.ts';

/** What the lexer puts before the words of a text, where nothing stands in the file. */
const marks = new Set(['\u0002', '\u0018', '\u001f']);

/** The anchors of a file, and the aliases that stand for them. */
export function anchorPlaces({ file, yaml, lines }: YamlFile, agent: string): Place[] {
  const places: Place[] = [];
  /** How often a name was given to something: an alias means the last before it. */
  const given = new Map<string, number>();
  let offset = 0;
  let isText = false;
  for (const token of new Lexer().lex(yaml.text)) {
    if (marks.has(token)) {
      isText = token === '\u001f';
      continue;
    }
    const [, sign, name] = isText ? [] : (/^([&*])(.+)$/.exec(token) ?? []);
    if (name !== undefined) {
      const count = (given.get(name) ?? 0) + (sign === '&' ? 1 : 0);
      given.set(name, count);
      const range = lines.rangeOf(offset + 1, offset + token.length);
      places.push({
        field: { agent, side: 'anchor', path: [count, name] },
        file,
        range,
        kind: sign === '&' ? 'declaration' : 'schema',
        write: sign === '&',
        renamed: (to) => (/^[^\s,[\]{}]+$/.test(to) ? { range, text: to } : undefined),
      });
    }
    offset += token.length;
    isText = false;
  }
  return places;
}
