import { type HttpExchanged, outcomeOf, shortUrl } from '@hermes-runtime/schemas';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';

const languages = ['python', 'javascript', 'typescript'];
const name = /(?<![.\w$])[A-Za-z_$][\w$]*(?![\w$]*\s*\()/g;
/** Words of the languages that are no variables. */
const words = new Set(
  'and as assert async await break case catch class const continue def default del do elif else except export finally for from function global if import in is lambda let new nonlocal not of or pass raise return switch throw try typeof var void while with yield true false null undefined None True False self this'.split(
    ' ',
  ),
);

/** While an agent is stopped: its variables where they stand, and, on the line of each request, how the last one ended. */
export function registerInlineValues(session: Session): vscode.Disposable {
  return vscode.languages.registerInlineValuesProvider(languages, {
    provideInlineValues: async (document, viewPort, { stoppedLocation }) => {
      const task = taskOf(vscode.debug.activeDebugSession);
      const values: vscode.InlineValue[] = variables(document, viewPort, stoppedLocation);
      const folder = task === undefined ? undefined : session.tasks.get(task)?.agent_path;
      if (task === undefined || folder === undefined) return values;
      const file = path.relative(folder, document.uri.fsPath).split(path.sep).join('/');
      const events = await session.history(task);
      const last = new Map<number, HttpExchanged>();
      for (const event of events) if (event.type === 'http.exchanged' && event.at?.file === file) last.set(event.at.line, event);
      for (const [line, exchange] of last) {
        if (line > document.lineCount) continue;
        const { range } = document.lineAt(line - 1);
        values.push(new vscode.InlineValueText(range, `${exchange.method} ${shortUrl(exchange.url)} ${outcomeOf(exchange)}`));
      }
      return values;
    },
  });
}

/** Node's debugger starts a session of its own for the process, below ours. */
function taskOf(session: vscode.DebugSession | undefined): string | undefined {
  const id: unknown = session?.configuration['task_id'];
  return typeof id === 'string' ? id : session?.parentSession && taskOf(session.parentSession);
}

/** From the top of what is seen to the line where it stands: what comes after has no value yet. */
function variables(document: vscode.TextDocument, viewPort: vscode.Range, stopped: vscode.Range): vscode.InlineValue[] {
  const found: vscode.InlineValue[] = [];
  for (let line = Math.max(0, viewPort.start.line); line <= stopped.end.line && line < document.lineCount; line += 1) {
    const { text } = document.lineAt(line);
    const code = text.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, (quoted) => ' '.repeat(quoted.length)).replace(/(?:#|\/\/).*$/, '');
    const seen = new Set<string>();
    for (const { 0: variable, index } of code.matchAll(name)) {
      if (words.has(variable) || seen.has(variable)) continue;
      seen.add(variable);
      found.push(new vscode.InlineValueVariableLookup(new vscode.Range(line, index, line, index + variable.length), variable, true));
    }
  }
  return found;
}
