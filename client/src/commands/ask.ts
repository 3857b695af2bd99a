import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Field, choiceText, readField } from './input-form.ts';

export type Question = {
  readonly title: string;
  readonly step: number;
  readonly total: number;
  readonly field: Field;
  /** What the box starts with. */
  readonly text: string;
  /** Why an earlier answer was refused. */
  readonly refusal?: string | undefined;
  /** For a secret: a value is kept already, and Enter alone takes it. */
  readonly kept?: boolean;
};

/** `text` as it was typed; undefined when the person left. */
export async function askField(question: Question): Promise<string | undefined> {
  const { field } = question;
  if (field.choices.length > 0) return askChoice(question);
  const box = vscode.window.createInputBox();
  box.title = question.title;
  box.step = question.step;
  box.totalSteps = question.total;
  box.prompt = promptOf(question);
  box.placeholder = placeholderOf(question);
  box.password = field.secret;
  box.value = question.text;
  box.ignoreFocusOut = true;
  const show = (message: string | undefined): void => {
    box.validationMessage = message === undefined ? undefined : { message, severity: vscode.InputBoxValidationSeverity.Error };
  };
  show(question.refusal);
  return new Promise((resolve) => {
    const check = (): boolean => {
      if (question.kept === true && box.value === '') return true;
      const reading = readField(field, box.value);
      show(reading.ok ? undefined : reading.message);
      return reading.ok;
    };
    box.onDidChangeValue(check);
    box.onDidAccept(() => {
      if (!check()) return;
      resolve(box.value);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

async function askChoice({ title, step, total, field, text }: Question): Promise<string | undefined> {
  const leaveOut = { label: l10n.t('Leave out'), value: '' };
  const choices = field.choices.map((choice) => ({
    label: choiceText(choice),
    value: choiceText(choice),
    ...(choiceText(choice) === text && { description: l10n.t('default') }),
  }));
  const picked = await vscode.window.showQuickPick([...choices, ...(field.required ? [] : [leaveOut])], {
    title: `${title} (${step}/${total})`,
    placeHolder: field.description === '' ? field.name : `${field.name}: ${field.description}`,
    ignoreFocusOut: true,
  });
  return picked?.value;
}

function promptOf({ field }: Question): string {
  return field.description === '' ? field.name : `${field.name}: ${field.description}`;
}

function placeholderOf({ field, kept }: Question): string {
  if (kept === true) return l10n.t('Kept in the secret storage; Enter uses it');
  if (field.secret) return l10n.t('Goes to the secret storage, never into a file');
  if (field.kind === 'json') return l10n.t('JSON');
  return field.required ? '' : l10n.t('Optional; leave empty to leave it out');
}
