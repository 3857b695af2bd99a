import { join } from 'node:path';
import type { Problem } from '@hermes-runtime/schemas';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver/node';

const severities: Readonly<Record<Problem['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What stands there for nothing; editors fade it. */
const unnecessary: ReadonlySet<string> = new Set(['unread-input', 'unused-dependency']);

export type DiagnosticPlaces = {
  /** How the editor spells a file's address. */
  readonly uriOf: (path: string) => string;
  /** The page that explains a code, where there is one. */
  readonly pageOf: (code: string) => string | undefined;
};

/** A problem as an editor takes it; `root` is what its paths are relative to. */
export function toDiagnostic(problem: Problem, root: string, { uriOf, pageOf }: DiagnosticPlaces): Diagnostic {
  const { code, severity, message, range, related, data } = problem;
  const page = pageOf(code);
  const relatedInformation = related?.map((place) => ({
    location: { uri: uriOf(join(root, place.path)), range: place.range },
    message: place.message,
  }));
  return {
    range,
    severity: severities[severity],
    code,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    source: 'hermes-runtime',
    message,
    ...(unnecessary.has(code) && problem.severity === 'hint' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(relatedInformation === undefined ? {} : { relatedInformation }),
    ...(data === undefined ? {} : { data }),
  };
}
