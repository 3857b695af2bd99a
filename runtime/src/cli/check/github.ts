import type { Problem } from '@hermes-runtime/schemas';

const commands = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/** Workflow commands of GitHub Actions, which shows them on the lines of a pull request. */
export function githubOf(problems: readonly Problem[]): string {
  return problems
    .map(({ path, range, severity, message, code }) => {
      const place = `file=${property(path)},line=${range.start.line + 1},endLine=${range.end.line + 1},col=${range.start.character + 1},endColumn=${range.end.character + 1}`;
      return `::${commands[severity]} ${place},title=${property(code)}::${data(message)}`;
    })
    .join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
