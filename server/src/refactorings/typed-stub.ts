import { isMap, own } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { javascriptStub } from './javascript-stub.ts';
import { pythonStub } from './python-stub.ts';
import { freeNames } from './stub-names.ts';
import type { Refactoring, RefactoringSubject } from './subject.ts';

/** Writes types for what the schemas say above `execute`, and says them of it. Nothing where it has types already. */
export function typedStub(subject: RefactoringSubject): Refactoring[] {
  const { descriptor, codePath, text, language, execute } = subject;
  const schemas = { input: own(descriptor.value, 'input_schema'), output: own(descriptor.value, 'output_schema') };
  const names = freeNames(text);
  if (names === undefined || execute.parameters.length !== 1 || !describesFields(schemas.input)) return [];
  const edits = language === 'python' ? pythonStub(subject, schemas, names) : javascriptStub(subject, schemas, names);
  return edits.length === 0 ? [] : [{ title: l10n.t('Write the types of execute() from the schemas'), edits: [{ path: codePath, edits }] }];
}

function describesFields(schema: unknown): boolean {
  return isMap(own(schema, 'properties'));
}
