import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Writes the names of the rules into the extension's manifest, so that an editor completes them in its settings, each with the first sentence of its page.
const root = join(import.meta.dirname, '..');
const pages = join(root, 'docs/problems');

/** What each rule is about, by its name. */
export function ruleTexts(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(pages)
      .toSorted()
      .map((file) => [file.replace(/\.md$/, ''), readFileSync(join(pages, file), 'utf8').split('\n')[2] ?? '']),
  );
}

/** The manifest with the names that there are now. */
export function withRuleNames(manifest: string): string {
  const names = Object.keys(ruleTexts());
  const list = (words: readonly string[]): string => `[\n${words.map((word) => `              "${word}"`).join(',\n')}\n            ]`;
  return manifest.replace(
    /"propertyNames": \{.*?\n {10}\}/s,
    () =>
      `"propertyNames": {\n            "enum": ${list(names)},\n            "markdownEnumDescriptions": ${list(names.map((name) => `%rule.${name}%`))},\n            "errorMessage": "%setting.rules.unknown%"\n          }`,
  );
}

/** The manifest's English texts with those of the rules. */
export function withRuleTexts(texts: string): string {
  const others = Object.entries(JSON.parse(texts) as Record<string, string>).filter(([key]) => !key.startsWith('rule.'));
  const rules = Object.entries(ruleTexts()).map(([name, text]) => [`rule.${name}`, text]);
  return `${JSON.stringify(Object.fromEntries([...others, ...rules]), undefined, 2)}\n`;
}

export function writeRuleNames(): void {
  const write = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(root, 'client', file), change(readFileSync(join(root, 'client', file), 'utf8')));
  write('package.json', withRuleNames);
  write('package.nls.json', withRuleTexts);
}
