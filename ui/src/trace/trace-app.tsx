import { type Place, isFinal, unansweredOf } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../host.ts';
import { Icon } from './icon.tsx';
import { NotSeen } from './not-seen.tsx';
import { ReplayStrip } from './replay-strip.tsx';
import { SaysSawStrip } from './says-saw-strip.tsx';
import { TaskHeader } from './task-header.tsx';
import { TraceBody } from './trace-body.tsx';
import { type TraceModel, tabs } from './trace-model.ts';
import { TraceTabs } from './trace-tabs.tsx';

/** How often durations of what runs are drawn anew, in milliseconds. */
const tick = 100;

/** One task, whole: header, what was said and seen, and the tabs. */
export function TraceApp({ model, host }: { readonly model: TraceModel; readonly host: Host }): JSX.Element {
  const view = model.view.value;
  const now = useNow(view.task_id !== '' && !isFinal(view.status));
  if (model.isEmpty.value) return <EmptyTrace host={host} />;
  const onOpen = (place: Place): void => host.send({ type: 'open', place });
  const canGive = host.canOpen && unansweredOf(view) !== undefined;
  const onCopy = (text: string): void => host.send({ type: 'copy', text });
  return (
    <main class="trace" onKeyDown={(event) => onShortcut(event, model, host)}>
      <TaskHeader
        view={view}
        findings={model.findings.value.length}
        now={now}
        onRunAgain={() => host.send({ type: 'run_again' })}
        onReplay={(mode) => host.send({ type: 'replay', mode })}
        onDebug={host.canOpen ? () => host.send({ type: 'debug' }) : undefined}
        debugLink={host.debugLink}
        onSaveTest={host.canOpen ? () => host.send({ type: 'save_test' }) : undefined}
        onCancel={() => host.send({ type: 'cancel' })}
      />
      <SaysSawStrip
        view={view}
        findings={model.findings.value}
        onFilter={(kind) => {
          model.tab.value = 'findings';
          model.selected.value = `finding-${model.findings.value.findIndex((finding) => finding.kind === kind)}`;
        }}
      />
      <ReplayStrip view={view} />
      <NotSeen view={view} />
      <TraceTabs model={model} />
      <div id="trace-body" class="body" role="tabpanel" aria-labelledby={`tab-${model.tab.value}`}>
        <TraceBody
          model={model}
          now={now}
          onOpen={onOpen}
          onCopy={onCopy}
          onGive={canGive ? () => host.send({ type: 'give' }) : undefined}
        />
      </div>
      <div class="sr-only" role="status">
        {isFinal(view.status) ? l10n.t('Task ended: {0}', view.status) : ''}
      </div>
    </main>
  );
}

function EmptyTrace({ host }: { readonly host: Host }): JSX.Element {
  return (
    <main class="trace empty-trace">
      <p>{l10n.t('No task yet. Run an agent and everything it does appears here.')}</p>
      <button type="button" class="primary" onClick={() => host.send({ type: 'run' })}>
        <Icon name="play" /> {l10n.t('Run an agent')}
      </button>
    </main>
  );
}

/** The keys of every screen: `1`–`7` tab, `/` filter, `p` problems only, `n`/`N` findings, `c` copy, `Esc` clear. */
function onShortcut(event: KeyboardEvent, model: TraceModel, host: Host): void {
  const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search';
  if (event.key === 'Escape') {
    model.filter.value = '';
    model.selected.value = undefined;
    return;
  }
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const tab = tabs[Number(event.key) - 1];
  if (tab) model.tab.value = tab;
  else if (event.key === '/') document.getElementById('trace-filter')?.focus();
  else if (event.key === 'p') model.problemsOnly.value = !model.problemsOnly.value;
  else if (event.key === 'n' || event.key === 'N') stepFinding(model, event.key === 'n' ? 1 : -1);
  else if (event.key === 'c')
    host.send({ type: 'copy', text: JSON.stringify(model.view.value.output ?? model.view.value.failure ?? null, null, 2) });
  else return;
  event.preventDefault();
}

function stepFinding(model: TraceModel, step: 1 | -1): void {
  const { length } = model.findings.value;
  if (length === 0) return;
  const current = /^finding-(\d+)$/.exec(model.selected.value ?? '')?.[1];
  const next = current === undefined ? (step === 1 ? 0 : length - 1) : (Number(current) + step + length) % length;
  model.tab.value = 'findings';
  model.selected.value = `finding-${next}`;
}

function useNow(isLive: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isLive) return undefined;
    const timer = setInterval(() => setNow(Date.now()), tick);
    return () => clearInterval(timer);
  }, [isLive]);
  return now;
}
