import type { Failure, TaskQueued } from '@hermes-runtime/schemas';
import type { ReplayPlan } from '../ports.ts';
import type { Replays } from '../replay/replays.ts';
import { wirePlaceholders, withWirePlaceholders } from '../replay/wire-placeholders.ts';
import { placeholderPointers, resolveReferences } from '../secrets/references.ts';
import { type SecretSource, variableOf } from '../secrets/secret-source.ts';
import { hideLiterals } from '../secrets/hide-literals.ts';
import type { Vault } from '../secrets/vault.ts';
import type { Store } from '../store/store.ts';
import type { ActiveTask } from './active-task.ts';
import type { AgentContracts, ValueSchema } from './agent-contract.ts';
import { isServed } from './served-replay.ts';

export type PreparedInput =
  | {
      readonly status: 'ready';
      readonly input: unknown;
      readonly secrets: readonly string[];
      /** What stands for each of them in a recording. */
      readonly placeholders: readonly string[];
      /** Set where the task is a replay that is served from a recording. */
      readonly replay?: ReplayPlan | undefined;
    }
  | { readonly status: 'failed'; readonly failure: Failure };

/** What `execute` gets: the input as sent, secrets in place, defaults applied. Made anew for each attempt and kept nowhere. */
export type PrepareInput = (task: ActiveTask) => PreparedInput;

export type PrepareInputDeps = {
  readonly store: Store;
  readonly vault: Vault;
  readonly secrets: SecretSource;
  readonly contracts: AgentContracts;
  readonly replays: Replays;
};

export function inputPreparer({ store, vault, secrets, contracts, replays }: PrepareInputDeps): PrepareInput {
  return ({ task_id, id, agent }) => {
    const queued = store.eventAt(id);
    if (queued?.type !== 'task.queued') return failed('internal', 'The input of the task is damaged on the disk. Run the agent again.');
    const { input: schema, secretFields } = contracts.of(agent);
    if (isServed(queued)) return servedInput(queued, schema, replays);
    const sealed = vault.open(task_id);
    const sent = sealed?.input ?? queued.input;
    if (sealed?.input === undefined && placeholderPointers(queued.input).length > 0) {
      return failed(
        'secret_missing',
        'A secret of this task was kept only until its first end, or its key has changed. Run the agent again and give the secret.',
      );
    }
    const given = new Map(Object.entries(sealed?.secrets ?? {}));
    try {
      const resolved = resolveReferences(schema.applyDefaults(sent), (name) => given.get(name) ?? secrets.valueOf(name));
      const [missing] = resolved.missing;
      if (missing !== undefined) {
        return failed(
          'secret_missing',
          `No value for secret://${missing}. Run \`hermes-runtime secret set ${missing}\`, or set ${variableOf(missing)}.`,
        );
      }
      const literals = hideLiterals(sent, secretFields).values;
      const values = [...new Set([...literals, ...resolved.values])];
      const { byValue } = wirePlaceholders(queued.input, resolved.input);
      return {
        status: 'ready',
        input: resolved.input,
        secrets: values,
        placeholders: values.map((value) => byValue.get(value) ?? 'hermes-secret'),
      };
    } catch (error) {
      // The file of secrets is unreadable or open to others; its message says which, and holds no value.
      return failed('secret_missing', error instanceof Error ? error.message : String(error));
    }
  };
}

/** Placeholders go where secrets went, so that what the agent sends is what was recorded. */
function servedInput(queued: TaskQueued, schema: ValueSchema, replays: Replays): PreparedInput {
  try {
    const replay = replays.planOf(queued);
    const { input, placeholders } = withWirePlaceholders(schema.applyDefaults(queued.input));
    return { status: 'ready', input, secrets: placeholders, placeholders, replay };
  } catch (error) {
    return failed('internal', `The recording is gone: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function failed(code: Failure['code'], message: string): PreparedInput {
  return { status: 'failed', failure: { code, message } };
}
