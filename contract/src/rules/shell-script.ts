import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import { valueAt } from '../value.ts';
import { leavesFolder, normalEntrypoint } from './entrypoint-path.ts';
import { pathInFolder, type Finding, type Rule } from './rule.ts';

/** The first line of a shell agent's script: it says what runs the rest, and a slip in it is met only when the agent runs. */
export const shellScript: Rule = {
  codes: ['shell-line-ends', 'shell-first-line'],
  local: true,
  check: ({ folder, descriptor }) => {
    const written = valueAt(descriptor.value, ['runtime', 'entrypoint']);
    if (valueAt(descriptor.value, ['runtime', 'type']) !== 'shell' || typeof written !== 'string' || leavesFolder(written)) return [];
    const file = normalEntrypoint(written);
    const text = folder.stat(file)?.inside === false ? undefined : folder.readText(file);
    const found = text === undefined ? undefined : (lineEnds(text) ?? firstLine(file, text));
    return found === undefined ? [] : [problem(pathInFolder(folder, file), text ?? '', found)];
  },
};

function lineEnds(text: string): Finding | undefined {
  // A line further down may be part of a text that is meant to have such ends.
  if (!/^[^\n]*\r\n/.test(text)) return undefined;
  return {
    code: 'shell-line-ends',
    severity: 'error',
    message: l10n.t('The lines of this script end as on Windows (CRLF), and no shell runs that. Save it with LF.'),
  };
}

function firstLine(file: string, text: string): Finding | undefined {
  const finding = (message: string): Finding => ({ code: 'shell-first-line', severity: 'warning', message });
  if (/^\ufeff?\s*#!/.test(text) && !text.startsWith('#!'))
    return finding(l10n.t('Something stands before "#!", so that it is only a comment and sh runs this. Begin the file with "#!".'));
  if (/^(?:#[ \t]*\/|!#[ \t]*\/|#[ \t]+![ \t]*\/)\S/.test(text))
    return finding(l10n.t('This is a comment, and sh runs the script. Begin the line with "#!" and the program that is to run it.'));
  if (/^#![ \t]*[^/\s]/.test(text))
    return finding(l10n.t('After "#!" comes the whole path of a program, as in "#!/bin/sh" or "#!/usr/bin/env bash".'));
  if (file.endsWith('.bash') && !text.startsWith('#!'))
    return finding(l10n.t('Without "#!/usr/bin/env bash" in its first line, sh runs this script, not bash.'));
  return undefined;
}

/** On the first line that is not empty. */
function problem(path: string, text: string, { code, severity, message }: Finding): Problem {
  const lines = text.split(/\r\n|\n|\r/, 20);
  const line = Math.max(
    lines.findIndex((one) => one.trim() !== ''),
    0,
  );
  return { path, code, severity, message, range: { start: { line, character: 0 }, end: { line, character: lines[line]?.length ?? 0 } } };
}
