import * as l10n from '@vscode/l10n';
import type { Argument, Help, Option } from 'commander';

/** One text of commander, which has them in English only, and how a person reads it. */
type Said = readonly [pattern: RegExp, text: (...parts: string[]) => string];

const suggestions: readonly Said[] = [
  [/^\(Did you mean one of (.+)\?\)$/, (names) => l10n.t('(Did you mean one of {0}?)', names)],
  [/^\(Did you mean (.+)\?\)$/, (name) => l10n.t('(Did you mean {0}?)', name)],
];

const errors: readonly Said[] = [
  [/^error: unknown option '(.+)'$/, (option) => l10n.t("error: unknown option '{0}'", option)],
  [/^error: unknown command '(.+)'$/, (command) => l10n.t("error: unknown command '{0}'", command)],
  [/^error: missing required argument '(.+)'$/, (name) => l10n.t("error: missing required argument '{0}'", name)],
  [/^error: option '(.+)' argument missing$/, (option) => l10n.t("error: option '{0}' needs a value", option)],
  [/^error: required option '(.+)' not specified$/, (option) => l10n.t("error: required option '{0}' is missing", option)],
  [
    /^error: option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/,
    (option, value, choices) => l10n.t("error: '{1}' is no value of option '{0}'; these are: {2}", option, value, choices),
  ],
  [
    /^error: too many arguments(?: for '.+')?\. Expected (\d+) arguments? but got (\d+)(?:: .+)?\.$/,
    (expected, got) => l10n.t('error: too many arguments: {1} instead of {0}', expected, got),
  ],
];

/** What commander says about a wrong command line, in the language of the person; what is not known here stays as it is. */
export function parserError(text: string): string {
  return text
    .split('\n')
    .map((line) => said(errors, line) ?? said(suggestions, line) ?? line)
    .join('\n');
}

function said(texts: readonly Said[], line: string): string | undefined {
  for (const [pattern, text] of texts) {
    const parts = pattern.exec(line);
    if (parts) return text(...parts.slice(1));
  }
  return undefined;
}

/** The line of an option or an argument in the help. */
export const described: Partial<Help> = {
  optionDescription: (option: Option) =>
    // A switch that is off unless given needs no words about that.
    withFacts(option.description, option.argChoices, option.required || option.optional ? option.defaultValue : undefined),
  argumentDescription: (argument: Argument) => withFacts(argument.description, argument.argChoices, argument.defaultValue),
};

function withFacts(description: string, choices: readonly string[] | undefined, fallback: unknown): string {
  const facts = [
    ...(choices ? [l10n.t('choices: {0}', choices.join(', '))] : []),
    ...(fallback === undefined ? [] : [l10n.t('default: {0}', typeof fallback === 'string' ? fallback : JSON.stringify(fallback))]),
  ];
  return facts.length > 0 ? `${description} (${facts.join(', ')})` : description;
}
