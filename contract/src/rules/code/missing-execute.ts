import * as l10n from '@vscode/l10n';
import { firstLine, problemInCode, relatedKey, type CodeRule, type CodeSubject } from './code-subject.ts';
import { nearMatch } from '../../near-match.ts';

/** The whole file parses, nothing in it can define `execute` unseen, and nothing does. */
export const missingExecute: CodeRule = {
  codes: ['missing-execute'],
  needsSchema: false,
  check(subject) {
    const { facts, text } = subject;
    if (facts.definitions.length > 0 || facts.methods.length > 0 || facts.open || !facts.parses) return [];
    // What `export =` gives cannot be seen, and is said to be none.
    if (facts.unsupported?.some(({ kind }) => kind === 'export') === true) return [];
    const hidden = facts.functions.find(({ name }) => name === 'execute');
    const nearName = nearMatch(
      'execute',
      facts.functions.map(({ name }) => name),
    );
    const near = facts.functions.find(({ name }) => name === nearName);
    const range = hidden?.range ?? near?.range ?? firstLine(text, { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } });
    const kind = hidden !== undefined ? 'not-exported' : near !== undefined ? 'near-name' : 'absent';
    return [
      problemInCode(subject, range, {
        code: 'missing-execute',
        severity: 'error',
        message: messageOf(subject, kind, near?.name ?? ''),
        data: { kind, language: facts.language, ...(near === undefined ? {} : { name: near.name }) },
        ...relatedKey(subject, ['runtime', 'entrypoint'], l10n.t('The entrypoint is named here.')),
      }),
    ];
  },
};

function messageOf({ file, facts }: CodeSubject, kind: 'absent' | 'near-name' | 'not-exported', near: string): string {
  const signature = facts.language === 'python' ? 'execute(input_data)' : 'execute(input)';
  switch (kind) {
    case 'not-exported':
      return l10n.t('{0} does not export execute, so the runtime cannot call it. Export it.', file);
    case 'near-name':
      return l10n.t('{0} has no {1}. Did you mean execute instead of {2}?', file, signature, near);
    case 'absent':
      return facts.language === 'python'
        ? l10n.t('{0} has no {1}. Add it or change runtime.entrypoint.', file, signature)
        : l10n.t('{0} exports no {1}. Add it or change runtime.entrypoint.', file, signature);
  }
}
