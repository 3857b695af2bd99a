import { randomBytes } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import type { SubmitTask, ValueProblem } from '@hermes-runtime/schemas';
import type { AgentSource, AgentVersion, Clock } from '../ports.ts';
import { hideLiterals } from '../secrets/hide-literals.ts';
import { redactorFor } from '../secrets/redact.ts';
import { placeholderPointers, referencePointers, resolveReferences } from '../secrets/references.ts';
import type { Vault } from '../secrets/vault.ts';
import type { ReplayRequest, Replays } from '../replay/replays.ts';
import type { Store } from '../store/store.ts';
import { type ActiveTask, activeTask, ageFrom } from './active-task.ts';
import type { AgentContracts } from './agent-contract.ts';
import { canonicalJson } from './canonical-json.ts';
import { SubmitError, type Submitted } from './engine.ts';
import { isServed } from './served-replay.ts';
import { findAgent } from './find-agent.ts';
import { depthLimit, isDeeperThan } from './value-depth.ts';

export type SubmissionDeps = {
  readonly store: Store;
  readonly agents: AgentSource;
  readonly contracts: AgentContracts;
  readonly vault: Vault;
  readonly replays: Replays;
  readonly clock: Clock;
  /** Called after the task is durable. */
  readonly accept: (task: ActiveTask) => void;
};

/** Turns requests into durable tasks. */
export class Submission {
  readonly #deps: SubmissionDeps;
  /** Requests with an idempotency key that are on their way to the disk. */
  readonly #keyed = new Map<string, { readonly digest: string; readonly submitted: Promise<Submitted> }>();

  constructor(deps: SubmissionDeps) {
    this.#deps = deps;
  }

  /** Nothing is stored unless everything about the request is right. */
  async submit(request: SubmitTask): Promise<Submitted> {
    const { agents, vault, replays } = this.#deps;
    await agents.fresh?.(request.agent_name, request.agent_path);
    const key = request.idempotency_key;
    const earlier = key === undefined ? undefined : this.#earlier(key, request);
    if (earlier) return earlier;
    const replay = replays.requested(request);
    const agent = replay?.agent ?? findAgent(agents, request);
    const input = replay?.input ?? request.input ?? {};
    const served = isServed({ replay_mode: replay?.mode });
    if (!served) this.#check(agent, input);
    if (key === undefined) return this.#store(request, agent, input, { replay });
    const digest = vault.digest(
      canonicalJson({ agent: agent.ref.path, input, ...(served && { replay_of: request.replay_of, given: request.given }) }),
    );
    return this.#once(key, digest, async () => this.#store(request, agent, input, { replay, idempotency: { key, digest } }));
  }

  /**
   * The task that this very request made before. Found before anything is asked of the agent: who sends again after a broken
   * connection gets its task also where the agent has been edited, moved or removed meanwhile.
   */
  #earlier(key: string, { agent_name, agent_path, input = {}, replay_of }: SubmitTask): Submitted | undefined {
    const { store, vault } = this.#deps;
    const stored = replay_of === undefined && !isDeeperThan(input, depthLimit) ? store.keyed(key) : undefined;
    const queued = stored && store.eventAt(stored.id);
    if (queued?.type !== 'task.queued' || queued.agent.name !== agent_name) return undefined;
    const { path } = queued.agent;
    if (agent_path !== undefined && agent_path !== path) return undefined;
    return stored?.digest === vault.digest(canonicalJson({ agent: path, input })) ? this.#known(stored) : undefined;
  }

  #known({ task_id, id }: { readonly task_id: string; readonly id: number }): Submitted {
    return { task_id, status: this.#deps.store.statusOf(task_id) ?? 'queued', created: false, seq: id };
  }

  #check(agent: AgentVersion, input: unknown): void {
    const problems = isDeeperThan(input, depthLimit)
      ? [{ path: '', message: l10n.t('is nested deeper than {0} levels', depthLimit) }]
      : this.#problemsOf(agent, input);
    if (problems.length === 0) return;
    const { name } = agent.ref;
    throw new SubmitError('invalid_input', l10n.t('The input does not fit input_schema of agent "{0}".', name), { problems });
  }

  #problemsOf(agent: AgentVersion, input: unknown): readonly ValueProblem[] {
    const { input: schema, secretFields } = this.#deps.contracts.of(agent);
    const gone = placeholderPointers(input).map((path) => ({
      path,
      message: l10n.t('was a secret that is no longer kept: give it again'),
    }));
    if (gone.length > 0) return gone;
    // What a reference stands for is not known yet; that it is a reference is right.
    const references = new Set(referencePointers(input));
    const problems = schema.validate(schema.applyDefaults(input)).filter(({ path }) => !references.has(path));
    return redactorFor(hideLiterals(input, secretFields).values)(problems);
  }

  async #once(key: string, digest: string, store: () => Promise<Submitted>): Promise<Submitted> {
    const underway = this.#keyed.get(key);
    if (underway) return same(key, underway.digest === digest) && { ...(await underway.submitted), created: false };
    const stored = this.#deps.store.keyed(key);
    if (stored) {
      same(key, stored.digest === digest);
      return this.#known(stored);
    }
    const submitted = store();
    this.#keyed.set(key, { digest, submitted });
    try {
      return await submitted;
    } finally {
      this.#keyed.delete(key);
    }
  }

  async #store(
    request: SubmitTask,
    agent: AgentVersion,
    input: unknown,
    {
      replay,
      idempotency,
    }: { readonly replay: ReplayRequest | undefined; readonly idempotency?: { readonly key: string; readonly digest: string } },
  ): Promise<Submitted> {
    const { store, contracts, vault, clock, accept } = this.#deps;
    const { priority, source } = request;
    const task_id = randomBytes(16).toString('hex');
    const { recorded, hasLiterals } = hideLiterals(input, contracts.of(agent).secretFields);
    const secrets = referencedOnly(input, request.secrets ?? {});
    const isSealed = hasLiterals || Object.keys(secrets).length > 0;
    if (isSealed) vault.seal(task_id, { ...(hasLiterals && { input }), secrets });
    try {
      const age = ageFrom(clock);
      const [queued] = await store.append(
        [
          {
            type: 'task.queued',
            time: clock.now(),
            task_id,
            agent: agent.ref,
            input: recorded,
            ...(source !== undefined && { source }),
            ...(priority !== undefined && { priority }),
            ...(idempotency && { idempotency_key: idempotency.key }),
            ...(replay && request.replay_of !== undefined && { replay_of: request.replay_of, replay_mode: replay.mode }),
            ...(replay?.given && { given: [...replay.given] }),
            ...(request.debug === true && { debug: true }),
            ...(request.single_attempt === true && { single_attempt: true }),
          },
        ],
        idempotency && { idempotency },
      );
      if (queued?.type !== 'task.queued') throw new Error('the store answered another event than it was given');
      accept(activeTask({ queued, agent, age, attempt: 1 }));
      return { task_id, status: 'queued', created: true, seq: queued.seq };
    } catch (error) {
      if (isSealed) vault.remove(task_id);
      throw error;
    }
  }
}

/** Throws for another input under the same key. */
function same(key: string, isSame: boolean): true {
  if (isSame) return true;
  throw new SubmitError(
    'idempotency_conflict',
    l10n.t('The idempotency key "{0}" belongs to a task with another input. Use a new key.', key),
  );
}

/** A value that nothing refers to is not kept. */
function referencedOnly(input: unknown, secrets: Readonly<Record<string, string>>): Record<string, string> {
  const names = resolveReferences(input, () => undefined).missing;
  return Object.fromEntries(Object.entries(secrets).filter(([name]) => names.includes(name)));
}
