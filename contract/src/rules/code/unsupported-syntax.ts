import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import type { UnsupportedSyntax } from '../../code/code-facts.ts';
import type { CodeFile, ReachedFile } from './agent-code.ts';
import { problemInCode, textAt, type CodeRule, type CodeSubject } from './code-subject.ts';

/** Code that Node cannot load: it takes types out of TypeScript, and runs what is left. */
export const unsupportedSyntax: CodeRule = {
  codes: ['unsupported-syntax'],
  needsSchema: false,
  looksAt: 'entrypoint',
  check(subject) {
    if (subject.facts.language === 'python') return [];
    const { reached } = subject;
    // The entrypoint itself is read by Node in any case.
    const judged = reached.some(({ code }) => compiles(code)) ? reached.slice(0, 1) : reached;
    return judged.flatMap((one) => problemsIn(subject, one));
  },
};

const compilers = /^(?:tsx|ts-node|jiti|sucrase|esbuild-register|@swc-node|@babel\/register|@esbuild-kit)(?:\/|$)/;

/** Whether a file brings something that makes JavaScript of what is loaded after it. */
function compiles({ facts, text }: CodeFile): boolean {
  return facts.imports.some(({ module }) => compilers.test(module)) || /\bregisterHooks\b|\bmodule\.register\b/i.test(text);
}

function problemsIn(subject: CodeSubject, { code, certain }: ReachedFile): readonly Problem[] {
  let hasJsx = false;
  return (code.facts.unsupported ?? []).flatMap(({ kind, range, whole }) => {
    // A file is of JSX or is not: that is one mistake.
    if (kind === 'jsx' && hasJsx) return [];
    hasJsx ||= kind === 'jsx';
    const finding = {
      code: 'unsupported-syntax',
      // What is loaded only now and then fails only then.
      severity: certain ? 'error' : 'warning',
      message: messageOf(kind, textAt(code.text, range)),
      data: { kind, whole, ...(kind === 'module' ? { replacement: 'namespace' } : {}) },
    } as const;
    return [problemInCode({ ...subject, ...code }, range, finding)];
  });
}

function messageOf(kind: UnsupportedSyntax['kind'], written: string): string {
  switch (kind) {
    case 'enum':
      return l10n.t('Node only takes types out of TypeScript, and does not run enums. Write an object: const … = { … } as const.');
    case 'namespace':
      return l10n.t(
        'Node only takes types out of TypeScript, and does not run namespaces with values. Export them from a file of their own.',
      );
    case 'module':
      return l10n.t('Node does not read namespaces that begin with "module". Write "namespace", with types alone in it.');
    case 'parameter property':
      return l10n.t(
        'Node only takes types out of TypeScript, and cannot make a field of a parameter. Declare the field, assign it in the constructor, and remove "{0}".',
        written,
      );
    case 'import':
      return l10n.t('Node only takes types out of TypeScript, and does not run "import … =". Write import … from "…".');
    case 'export':
      return l10n.t(
        'Node only takes types out of TypeScript, and does not run "export =". Write export function execute(input), or export default.',
      );
    case 'cast':
      return l10n.t('Node cannot take the type out of "{0}" before a value. Write it behind: value as T.', written);
    case 'decorator':
      return l10n.t('Node does not run decorators. Call the function instead: const decorated = decorate(original).');
    case 'accessor':
      return l10n.t('Node does not run "accessor" before a field. Write a getter and a setter, or a plain field.');
    case 'jsx':
      return l10n.t('Node does not run JSX. Call the function that makes the element.');
  }
}
