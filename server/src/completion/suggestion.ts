import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  InsertTextMode,
  MarkupKind,
  type Range,
} from 'vscode-languageserver/node';

/** One thing that could be written, before it is fitted to its place. */
export type Suggestion = {
  readonly label: string;
  readonly kind: 'key' | 'field' | 'value' | 'file' | 'package' | 'function' | 'whole';
  /** Stands before the others: it must be there, or is the usual one. */
  readonly important?: boolean;
  readonly detail?: string;
  readonly text?: string;
  /** For a key: what its colon is followed by, if it is no plain value. */
  readonly opens?: 'map' | 'list';
  /** What is written, where that is not the label. */
  readonly writes?: string;
};

/** Where it goes. */
export type Fit = {
  readonly range: Range;
  /** What is written after a key: nothing where it has its colon, or is a name in code. */
  readonly colon: boolean;
  /** Whether a key opens a line below itself; not between brackets. */
  readonly block: boolean;
  readonly quoted: boolean;
  readonly client: ClientCapabilities;
};

const kinds: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  package: CompletionItemKind.Module,
  function: CompletionItemKind.Function,
  whole: CompletionItemKind.Snippet,
};

/** An answer whose text is what is written, line breaks included. */
export function toItem(
  { label, kind, important = false, detail, text, opens, writes }: Suggestion,
  fit: Fit,
  order: number,
): CompletionItem {
  const isKey = kind === 'key' || (kind === 'field' && fit.colon);
  const word = fit.quoted ? label : isKey || kind === 'field' ? plainKey(label, fit.colon) : plainValue(label, kind);
  const asIs = fit.client.textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true;
  const ending = isKey && fit.colon && !fit.quoted ? endingOf(opens, fit, asIs) : '';
  return {
    label,
    kind: kinds[kind],
    sortText: `${important ? 0 : 1}${String(order).padStart(4, '0')}`,
    ...(detail === undefined ? {} : { detail }),
    ...documented(text, kind, fit.client),
    textEdit: { range: fit.range, newText: writes ?? word + ending },
    filterText: label,
    ...(writes !== undefined || ending.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
  };
}

/** Our own texts hold code in backticks; what an author wrote is shown as it stands. */
function documented(text: string | undefined, kind: Suggestion['kind'], client: ClientCapabilities): Pick<CompletionItem, 'documentation'> {
  if (text === undefined) return {};
  if (kind === 'field') return { documentation: text };
  const formats = client.textDocument?.completion?.completionItem?.documentationFormat ?? [];
  const isMarkdown = formats.includes(MarkupKind.Markdown);
  return { documentation: isMarkdown ? { kind: MarkupKind.Markdown, value: text } : text.replaceAll('`', '') };
}

function endingOf(opens: Suggestion['opens'], { block, range }: Fit, asIs: boolean): string {
  if (opens === undefined) return ': ';
  if (!block || !asIs) return block ? ':' : ': ';
  const indent = ' '.repeat(range.start.character + 2);
  return opens === 'map' ? `:\n${indent}` : `:\n${indent}- `;
}

/** A name in YAML that would be read as something else goes in quotes. */
function plainKey(label: string, yaml: boolean): string {
  return !yaml || isPlain(label) ? label : JSON.stringify(label);
}

function plainValue(label: string, kind: Suggestion['kind']): string {
  return kind === 'value' || isPlain(label) ? quotedWhereNeeded(label) : JSON.stringify(label);
}

function quotedWhereNeeded(label: string): string {
  return /^[#&*!|>%@`'"[\]{},?-]|: |\s#|:$/.test(label) ? `'${label.replaceAll("'", "''")}'` : label;
}

function isPlain(label: string): boolean {
  return /^[A-Za-z_$][\w$./-]*$/.test(label) && !/^(?:true|false|null|yes|no|on|off|~)$/i.test(label);
}
