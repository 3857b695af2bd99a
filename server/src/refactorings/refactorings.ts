import type { Range } from '@hermes-runtime/schemas';
import { isProven } from '../fixes/proof.ts';
import type { FixContext } from '../fixes/quick-fix.ts';
import { schemasFromCode } from './schema-from-code.ts';
import { refactoringSubject, type Refactoring, type RefactoringSubject } from './subject.ts';
import { typedStub } from './typed-stub.ts';

/** Keys of a descriptor at which somebody thinks about its schemas. */
const keys = new Set(['input_schema', 'output_schema', 'runtime', 'name']);

/** What may be changed at a place of an agent's descriptor, or at the head of its `execute`. */
export function refactoringsAt(path: string, range: Range, context: FixContext): Refactoring[] {
  const subject = isAsked(path, range, context) ? refactoringSubject(context) : undefined;
  if (subject === undefined || (path !== context.yamlPath && !isAtHead(subject, range))) return [];
  return [...schemasFromCode(subject, context), ...typedStub(subject).filter((stub) => isProven(stub, context))];
}

function isAsked(path: string, { start }: Range, { yaml, yamlPath }: FixContext): boolean {
  if (path !== yamlPath) return true;
  const target = yaml.pathAt(start);
  return target?.path.length === 1 && keys.has(String(target.path[0]));
}

function isAtHead({ execute: { header } }: RefactoringSubject, { start, end }: Range): boolean {
  return start.line <= header.end.line && end.line >= header.start.line;
}
