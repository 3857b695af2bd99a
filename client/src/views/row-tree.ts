import * as vscode from 'vscode';
import type { Icon, RowText } from '../tasks/task-text.ts';

/** What a tree shows: rows with ids that never change while the thing lives. */
export type Row = {
  readonly id: string;
  readonly text: RowText;
  readonly children: readonly Row[];
  readonly context: string;
  readonly expanded?: boolean;
};

/** Answers the editor's questions about one tree. Elements are ids, so a new fold of the same task is the same element. */
export type RowSource = {
  readonly children: (id: string | undefined) => readonly string[];
  readonly item: (id: string) => vscode.TreeItem;
};

/** The rows of one view, and which of them look different after an update. */
export class RowTree<R extends Row> implements RowSource {
  readonly #changed: vscode.EventEmitter<string[] | undefined>;
  readonly #commandOf: (row: R) => vscode.Command | undefined;
  readonly #isRow: (row: Row) => row is R;
  #rows = new Map<string, R>();
  #roots: readonly string[] = [];

  constructor(
    changed: vscode.EventEmitter<string[] | undefined>,
    isRow: (row: Row) => row is R,
    commandOf: (row: R) => vscode.Command | undefined,
  ) {
    this.#changed = changed;
    this.#isRow = isRow;
    this.#commandOf = commandOf;
  }

  /** Only rows that changed are drawn again: nothing else moves or collapses. */
  update(roots: readonly R[]): void {
    const before = this.#rows;
    const rootsBefore = this.#roots;
    this.#rows = new Map();
    this.#roots = roots.map(({ id }) => id);
    this.#add(roots);
    if (outline(rootsBefore, before) !== outline(this.#roots, this.#rows)) return this.#changed.fire(undefined);
    const changed = [...this.#rows.values()].filter((row) => {
      const old = before.get(row.id);
      return old && face(old) !== face(row);
    });
    if (changed.length > 0) this.#changed.fire(changed.map(({ id }) => id));
  }

  row(id: string): R | undefined {
    return this.#rows.get(id);
  }

  children(id: string | undefined): readonly string[] {
    return id === undefined ? this.#roots : (this.#rows.get(id)?.children.map((child) => child.id) ?? []);
  }

  item(id: string): vscode.TreeItem {
    const row = this.#rows.get(id);
    // A row may be asked for while it leaves; the next refresh no longer has it.
    if (!row) return new vscode.TreeItem('');
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(row.text.label, row.children.length === 0 ? None : row.expanded === true ? Expanded : Collapsed);
    item.id = row.id;
    item.description = row.text.description;
    item.tooltip = row.text.tooltip === '' ? row.text.label : row.text.tooltip;
    item.contextValue = row.context;
    item.accessibilityInformation = { label: row.text.spoken };
    const icon = themeIcon(row.text.icon);
    if (icon) item.iconPath = icon;
    const command = this.#commandOf(row);
    if (command) item.command = command;
    return item;
  }

  #add(rows: readonly Row[]): void {
    for (const row of rows) {
      if (this.#isRow(row)) this.#rows.set(row.id, row);
      this.#add(row.children);
    }
  }
}

/** Roots and whether they open: the editor lines up the icons of siblings by that, so one change concerns them all. */
function outline(roots: readonly string[], rows: ReadonlyMap<string, Row>): string {
  return roots.map((id) => `${id} ${(rows.get(id)?.children.length ?? 0) > 0}`).join('\n');
}

function face(row: Row): string {
  const { label, description, icon, spoken } = row.text;
  return [label, description, icon.id, spoken, row.context, ...row.children.map(({ id }) => id)].join('\n');
}

function themeIcon({ id, color }: Icon): vscode.ThemeIcon | undefined {
  if (id === '') return undefined;
  return new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));
}
