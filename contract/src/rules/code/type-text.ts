import type { CodeLanguage } from '../../code/code-facts.ts';

const pythonType =
  /^(?:None|int|float|complex|bool|str|bytes|bytearray|(?:typing\.)?(?:list|tuple|set|frozenset|List|Tuple|Set|FrozenSet)(?:\[[\s\S]*\])?)$/;
const typescriptType =
  /^(?:string|number|boolean|bigint|symbol|null|undefined|(?:readonly )?[\w.]+(?:\[\])+|(?:Readonly)?(?:Array|Set|Map)<[\s\S]*>|\[[\s\S]*\]|"[^"]*"|'[^']*'|\d+)$/;

/** Whether a type, as it is written, is certainly of no value that has keys: all of its alternatives must be. */
export function isNoMapping(text: string, language: CodeLanguage): boolean {
  const parts = alternatives(unquoted(text.trim(), language), language);
  const pattern = language === 'python' ? pythonType : typescriptType;
  return parts.length > 0 && parts.every((part) => pattern.test(part)) && parts.some((part) => !/^(?:None|null|undefined)$/.test(part));
}

/** Python may write a type as a string, for later. */
function unquoted(text: string, language: CodeLanguage): string {
  return language === 'python' ? (/^(["'])([^"'\\]*)\1$/.exec(text)?.[2]?.trim() ?? text) : text;
}

/** The parts of a union, `Optional[…]` and `Union[…]` included; brackets hold theirs together. */
function alternatives(text: string, language: CodeLanguage): readonly string[] {
  const wrapped = language === 'python' ? /^(?:typing\.)?(?:Optional|Union)\[([\s\S]*)\]$/.exec(text) : null;
  const separator = wrapped === null ? '|' : ',';
  const parts = [''];
  let depth = 0;
  for (const sign of wrapped?.[1] ?? text) {
    if ('[(<{'.includes(sign)) depth += 1;
    if ('])>}'.includes(sign)) depth -= 1;
    if (sign === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${sign}`;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
