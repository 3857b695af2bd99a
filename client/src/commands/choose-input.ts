import type { AgentSummary, Task, ValueProblem } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { askField } from './ask.ts';
import { type Field, choiceText, fieldsOf, readField } from './input-form.ts';
import { type Input, type SecretValues, referencesIn, secretFieldNames, secretName, withReferences } from './secrets.ts';

export type ChosenInput = { readonly input: Input; readonly secrets: SecretValues };

type Choice = vscode.QuickPickItem & { readonly input?: Input; readonly form?: true };

/** Asks what the agent shall get: an example, an input it had before, or the form. Nothing to choose asks nothing. */
export async function chooseInput(
  agent: AgentSummary,
  earlier: readonly Task[],
  storage: vscode.SecretStorage,
): Promise<ChosenInput | undefined> {
  const choices = choicesFor(agent, earlier);
  if (choices.length === 0) return askForm(agent, storage);
  const enter: Choice = { label: `$(edit) ${l10n.t('Enter input…')}`, form: true };
  const picked = await vscode.window.showQuickPick([...choices, separator(''), enter], {
    // A tree that is drawn anew under it may take the focus for a moment.
    ignoreFocusOut: true,
    title: l10n.t('Run {0}', agent.name),
    placeHolder: l10n.t('Which input?'),
    matchOnDescription: true,
  });
  if (!picked) return undefined;
  return picked.input ? resolveSecrets(agent, picked.input, storage) : askForm(agent, storage);
}

/** The form made from the input schema. `refused`: what was typed before, and why it does not fit. */
export async function askForm(
  agent: AgentSummary,
  storage: vscode.SecretStorage,
  refused?: { readonly input: Input; readonly problems: readonly ValueProblem[] },
): Promise<ChosenInput | undefined> {
  const fields = fieldsOf(agent.input_schema, secretFieldNames(agent));
  const asked = refused ? fields.filter((field) => problemFor(field, refused.problems) !== undefined) : fields;
  // A problem with no field of its own, as of an extra key, is a problem of all of them.
  const questions = refused && asked.length === 0 ? fields : asked;
  const input: Record<string, unknown> = { ...refused?.input };
  for (const [index, field] of questions.entries()) {
    const name = secretName(agent, field.name);
    // Questions come one after the other.
    // oxlint-disable-next-line no-await-in-loop
    const kept = field.secret && (await storage.get(storageKey(name))) !== undefined;
    const old = refused?.input[field.name];
    const text = old === undefined || field.secret ? field.preset : choiceText(old);
    const refusal = refused && (problemFor(field, refused.problems) ?? refused.problems[0]?.message);
    // oxlint-disable-next-line no-await-in-loop -- Questions come one after the other.
    const answer = await askField({
      title: l10n.t('Run {0}', agent.name),
      step: index + 1,
      total: questions.length,
      field,
      text,
      refusal,
      kept,
    });
    if (answer === undefined) return undefined;
    if (field.secret && (answer !== '' || kept)) {
      // oxlint-disable-next-line no-await-in-loop -- Kept before the next question, which may be broken off.
      if (answer !== '') await storage.store(storageKey(name), answer);
      input[field.name] = `secret://${name}`;
      continue;
    }
    const reading = readField(field, answer);
    delete input[field.name];
    if (reading.ok && 'value' in reading) input[field.name] = reading.value;
  }
  return resolveSecrets(agent, input, storage);
}

/** Finds the value of each secret that the input refers to; asks for one that is not kept yet. */
export async function resolveSecrets(agent: AgentSummary, given: Input, storage: vscode.SecretStorage): Promise<ChosenInput | undefined> {
  const input = withReferences(agent, given);
  const secrets: Record<string, string> = {};
  for (const name of referencesIn(input)) {
    // oxlint-disable-next-line no-await-in-loop -- Questions come one after the other.
    const value = (await storage.get(storageKey(name))) ?? (await askSecret(agent, name));
    if (value === undefined) return undefined;
    // oxlint-disable-next-line no-await-in-loop -- Kept before the next question, which may be broken off.
    await storage.store(storageKey(name), value);
    secrets[name] = value;
  }
  return { input, secrets };
}

async function askSecret(agent: AgentSummary, name: string): Promise<string | undefined> {
  const own = `${agent.name}.`;
  const shown = name.startsWith(own) ? name.slice(own.length) : name;
  const field: Field = { name: shown, kind: 'string', required: true, secret: true, description: '', preset: '', choices: [] };
  return askField({ title: l10n.t('Run {0}', agent.name), step: 1, total: 1, field, text: '' });
}

function choicesFor(agent: AgentSummary, earlier: readonly Task[]): Choice[] {
  const examples: Choice[] = (agent.examples ?? []).map(({ name, input }) => ({
    label: `$(beaker) ${name ?? l10n.t('example')}`,
    description: short(input),
    input: { ...input },
  }));
  const shown = new Set(examples.map(({ input }) => JSON.stringify(input)));
  const before: Choice[] = [];
  for (const { input } of earlier) {
    const text = JSON.stringify(input);
    if (typeof input !== 'object' || input === null || shown.has(text) || before.length === 5) continue;
    shown.add(text);
    before.push({ label: `$(history) ${short(input)}`, input: { ...input } });
  }
  return [
    ...(examples.length > 0 ? [separator(l10n.t('Examples')), ...examples] : []),
    ...(before.length > 0 ? [separator(l10n.t('Last inputs')), ...before] : []),
  ];
}

function problemFor({ name }: Field, problems: readonly ValueProblem[]): string | undefined {
  return problems.find(({ path }) => path === `/${name}` || path.startsWith(`/${name}/`))?.message;
}

function separator(label: string): Choice {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function short(input: unknown): string {
  const text = JSON.stringify(input);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function storageKey(name: string): string {
  return `hermesRuntime.secret.${name}`;
}
