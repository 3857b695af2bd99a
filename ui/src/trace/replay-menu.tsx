import type { ReplayMode } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** The modes of a replay by name, each with what it touches: nobody goes live by accident. */
export function ReplayMenu({ onReplay }: { readonly onReplay: (mode: ReplayMode) => void }): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  const choose = (mode: ReplayMode): void => {
    if (menu.current) menu.current.open = false;
    onReplay(mode);
  };
  return (
    <details
      ref={menu}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        menu.current.open = false;
        event.stopPropagation();
      }}
    >
      <summary class="button">
        <Icon name="replay" /> {l10n.t('Replay')}
      </summary>
      <div class="menu-items">
        {modes().map(({ mode, name, note }) => (
          <button key={mode} type="button" class="quiet" onClick={() => choose(mode)}>
            <span>{name}</span> <span class="dim">{note}</span>
          </button>
        ))}
      </div>
    </details>
  );
}

function modes(): readonly { readonly mode: ReplayMode; readonly name: string; readonly note: string }[] {
  return [
    { mode: 'exact', name: l10n.t('Exact'), note: l10n.t('recorded traffic and code, network off') },
    { mode: 'my_code', name: l10n.t('With my code'), note: l10n.t('recorded traffic, network off') },
    { mode: 'again', name: l10n.t('Again…'), note: l10n.t('live: effects happen again') },
    { mode: 'edited', name: l10n.t('Edited input…'), note: l10n.t('live: effects happen again') },
  ];
}
