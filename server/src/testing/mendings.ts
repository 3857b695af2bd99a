import { checkAgent, readCode } from '@hermes-runtime/contract';
import { applyEdits } from '../fixes/apply-edits.ts';
import { agentFixContext, type FixableAgent } from '../fixes/fix-context.ts';
import type { QuickFix } from '../fixes/quick-fix.ts';
import { quickFixes } from '../fixes/quick-fixes.ts';

/** The fixes of the first problem of a code, in an agent of these files. */
export function fixesOf(texts: Readonly<Record<string, string>>, code: string): readonly QuickFix[] {
  const files: FixableAgent['files'] = {
    path: '',
    readText: (name) => texts[name],
    stat: (name) => (Object.hasOwn(texts, name) ? { kind: 'file', executable: true, inside: true } : undefined),
    list: () => [],
    readCode,
  };
  const { descriptor, problems } = checkAgent(files);
  const problem = problems.find((one) => one.code === code);
  if (descriptor === undefined || problem === undefined) throw new Error(`only ${problems.map((one) => one.code).join(', ')}`);
  return quickFixes(problem, agentFixContext({ descriptor, files, folder: '/a', problems, commands: false }));
}

const head = 'name: a\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\ninput_schema:\n';

/** An input schema, written below its key, after each fix of its first problem of a code; by the fix's title. */
export function mendings(schema: string, code: string): Record<string, string> {
  const texts = { 'agent.yaml': head + schema, 'main.py': 'def execute(input_data):\n    return use(input_data)\n' };
  return Object.fromEntries(
    fixesOf(texts, code).map(({ title, edits }) => [title, applyEdits(head + schema, edits[0]?.edits ?? []).slice(head.length)]),
  );
}
