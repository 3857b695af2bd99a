import { codeLanguageOf, indexLines, normalEntrypoint, type AgentFolder, type CodeReader, type Definition } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { asCode, asSource } from './explanation.ts';

/** The file that an agent begins in, and how it takes its input. */
export function entrypointParagraphs(
  written: unknown,
  files: Pick<AgentFolder, 'stat' | 'readText'> & { readonly readCode: CodeReader },
): string[] {
  if (typeof written !== 'string') return [];
  const file = normalEntrypoint(written);
  const fact = files.stat(file);
  if (fact === undefined) return [l10n.t('There is no file {0} in the folder of the agent.', asCode(file))];
  const language = codeLanguageOf(file);
  const text = fact.kind === 'file' && language !== undefined ? files.readText(file) : undefined;
  if (text === undefined || language === undefined) return [];
  const definition = files.readCode(text, language).definitions.at(-1);
  if (definition === undefined) return [l10n.t('{0} has no execute().', asCode(file))];
  return [signatureOf(definition, text, language)];
}

function signatureOf({ function: known, from }: Definition, text: string, language: string): string {
  if (known === undefined) return from === undefined ? '' : l10n.t('execute() comes from {0}.', asCode(from));
  const lines = indexLines(text);
  return asSource(language, text.slice(lines.offsetAt(known.header.start), lines.offsetAt(known.header.end)));
}
