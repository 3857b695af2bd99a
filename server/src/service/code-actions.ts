import { join } from 'node:path';
import type { Problem, Range } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver/node';
import { agentFixContext, configFixContext } from '../fixes/fix-context.ts';
import { fixAll } from '../fixes/fix-all.ts';
import { ignoreHere } from '../fixes/ignore-here.ts';
import type { FixContext, QuickFix } from '../fixes/quick-fix.ts';
import { quickFixes } from '../fixes/quick-fixes.ts';
import { refactoringsAt } from '../refactorings/refactorings.ts';
import { portable } from '../index/paths.ts';
import { toCodeAction, type EditedFile } from './code-action.ts';
import type { Look, Opened } from './feature.ts';
import { openedYaml } from './opened-yaml.ts';
import { fixAllKind } from './fix-all-kind.ts';
import { isBefore } from './yaml-walk.ts';

/** A descriptor of so many UTF-16 units, some thousand lines, is a large one. */
const maxBrief = 30_000;

/** Mends problems: one, all of its kind, or all of a file that can be mended unseen; and offers changes that nobody has to make. */
export function codeActions(look: Look, params: CodeActionParams): CodeAction[] {
  const subject = subjectOf(look, params.textDocument.uri);
  return subject === undefined ? [] : actionsFor(subject, params);
}

type Subject = {
  readonly look: Look;
  readonly context: FixContext;
  /** What the paths of problems are relative to. */
  readonly root: string;
  /** The file that was asked about, as paths of problems spell it. */
  readonly path: string;
  readonly problems: readonly Problem[];
};

function subjectOf(look: Look, uri: string): Subject | undefined {
  const opened = look.opened(uri);
  if (opened === undefined) return undefined;
  const problems = look.problemsAt(opened.path);
  const found =
    opened.agent?.descriptor === undefined || look.workspace.isConfig(opened.path) ? inConfig(look, uri, problems) : inAgent(look, opened);
  return found === undefined ? undefined : { look, problems, path: portable(found.root, opened.path), ...found };
}

function inConfig(look: Look, uri: string, problems: readonly Problem[]): Pick<Subject, 'context' | 'root'> | undefined {
  const opened = openedYaml(look, uri);
  const [first] = problems;
  if (opened === undefined || first === undefined) return undefined;
  // The problem's path is the end of the file's own.
  const root = opened.path.slice(0, opened.path.length - first.path.length);
  return { root, context: configFixContext(opened.yaml, first.path, problems) };
}

function inAgent(look: Look, { agent }: Opened): Pick<Subject, 'context' | 'root'> | undefined {
  if (agent?.descriptor === undefined) return undefined;
  const { root, folder, files, descriptor, problems } = agent;
  return { root, context: agentFixContext({ descriptor, files, folder, problems, commands: look.commands }) };
}

function actionsFor(subject: Subject, { range, context: { only, triggerKind } }: CodeActionParams): CodeAction[] {
  const wants = (kind: string): boolean => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const isAskedFor = only !== undefined && wants(fixAllKind);
  // Nobody asked: the cursor moved. In a large agent it has the fixes alone then, which are what a bulb is for.
  const isBrief = triggerKind === CodeActionTriggerKind.Automatic && subject.context.yaml.text.length > maxBrief;
  return [
    ...(wants(CodeActionKind.RefactorRewrite) && !isBrief ? rewritesAt(subject, range) : []),
    ...(wants(CodeActionKind.QuickFix) ? fixesAt(subject, range, { isBrief }) : []),
    ...(isAskedFor ? everything(subject) : []),
  ];
}

function fixesAt({ look, context, root, problems }: Subject, range: Range, { isBrief }: { readonly isBrief: boolean }): CodeAction[] {
  const fileOf = (file: string): EditedFile => look.documents.identify(join(root, file));
  const told = new Set<string>();
  return problems
    .filter((problem) => touches(problem.range, range))
    .flatMap((problem) => {
      const diagnostics = [look.diagnosticOf(problem, root)];
      const fixes = quickFixes(problem, context).flatMap((fix, index) =>
        toCodeAction(fix, { client: look.client, diagnostics, preferred: index === 0 && !onlyTakesAway(fix), fileOf }),
      );
      const ignored = ignoreHere(problem, context).flatMap((fix) => toCodeAction(fix, { client: look.client, diagnostics, fileOf }));
      if (told.has(problem.code)) return [...fixes, ...ignored];
      told.add(problem.code);
      const alike = isBrief ? [] : problems.filter(({ code }) => code === problem.code);
      const { count, edits } = alike.length < 2 ? { count: 0, edits: [] } : fixAll(alike, context);
      if (count < 2) return [...fixes, ...ignored];
      const title = l10n.t('Fix all {0} problems of this kind ({1})', count, problem.code);
      return [...fixes, ...toCodeAction({ title, edits }, { client: look.client, diagnostics, fileOf }), ...ignored];
    });
}

/** What a key for the best fix must not do unasked: the words of a person would be gone. */
function onlyTakesAway({ edits, create, command }: QuickFix): boolean {
  return create === undefined && command === undefined && edits.every((file) => file.edits.every(({ newText }) => newText === ''));
}

function rewritesAt({ look, context, root, path }: Subject, range: Range): CodeAction[] {
  const fileOf = (file: string): EditedFile => look.documents.identify(join(root, file));
  return refactoringsAt(path, range, context).flatMap((refactoring) =>
    toCodeAction(refactoring, { client: look.client, kind: CodeActionKind.RefactorRewrite, fileOf }),
  );
}

function everything({ look, context, root, problems }: Subject): CodeAction[] {
  const { edits } = fixAll(problems, context);
  const fileOf = (file: string): EditedFile => look.documents.identify(join(root, file));
  return toCodeAction({ title: l10n.t('Fix all that can only be meant'), edits }, { client: look.client, kind: fixAllKind, fileOf });
}

function touches(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}
