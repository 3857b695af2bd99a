import { type Finding, type Place, type TaskView, type TraceEvent, emptyTask, findingsOf, foldEvents } from '@hermes-runtime/schemas';
import { type ReadonlySignal, type Signal, batch, computed, signal } from '@preact/signals';

export const tabs = ['findings', 'waterfall', 'events', 'http', 'input', 'output', 'logs'] as const;
export type Tab = (typeof tabs)[number];

/** What one trace screen shows. The task is a fold of events; everything else here is the reader's own choice. */
export class TraceModel {
  readonly events: Signal<readonly TraceEvent[]> = signal([]);
  readonly view: Signal<TaskView> = signal(emptyTask);
  readonly findings: ReadonlySignal<readonly Finding[]> = computed(() => findingsOf(this.view.value));
  readonly isEmpty: ReadonlySignal<boolean> = computed(() => this.view.value.task_id === '');
  readonly tab: Signal<Tab> = signal('findings');
  /** The chosen row, by an id that stays the same while rows are added. */
  readonly selected: Signal<string | undefined> = signal(undefined);
  readonly filter: Signal<string> = signal('');
  readonly problemsOnly: Signal<boolean> = signal(false);
  #pending: TraceEvent[] = [];

  /** Shows another task, or the same one from its beginning: the reader's place is kept then. */
  show(taskId: string, events: readonly TraceEvent[]): void {
    this.#pending = [];
    batch(() => {
      if (this.view.value.task_id !== taskId) {
        this.selected.value = undefined;
        this.filter.value = '';
        this.tab.value = 'findings';
      }
      this.events.value = events;
      this.view.value = foldEvents(emptyTask, events);
    });
  }

  clear(): void {
    this.show('', []);
  }

  /** Takes one event; `flush` shows what has come in, so that a burst is folded and drawn once. */
  push(event: TraceEvent): void {
    this.#pending.push(event);
  }

  flush(): void {
    const last = this.events.value.at(-1)?.seq ?? 0;
    const fresh = this.#pending.filter(({ seq }) => seq > last);
    this.#pending = [];
    if (fresh.length === 0) return;
    batch(() => {
      this.events.value = [...this.events.value, ...fresh];
      this.view.value = foldEvents(this.view.value, fresh);
    });
  }

  /** Chooses the finding, else the event, that came from a line; answers whether there was one. */
  reveal({ file, line }: Place): boolean {
    const isThere = (at: Place | undefined): boolean => at?.file === file && at.line === line;
    const finding = this.findings.value.findIndex(({ at }) => isThere(at));
    if (finding >= 0) {
      batch(() => {
        this.tab.value = 'findings';
        this.selected.value = `finding-${finding}`;
      });
      return true;
    }
    const event = this.events.value.find((candidate) => 'at' in candidate && isThere(candidate.at));
    if (!event) return false;
    batch(() => {
      this.tab.value = 'events';
      this.selected.value = `event-${event.seq}`;
    });
    return true;
  }
}
