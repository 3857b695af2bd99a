import circleOutline from '@vscode/codicons/src/icons/circle.svg';
import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import clockface from '@vscode/codicons/src/icons/clockface.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import debugAlt from '@vscode/codicons/src/icons/debug-alt.svg';
import debugDisconnect from '@vscode/codicons/src/icons/debug-disconnect.svg';
import debugRerun from '@vscode/codicons/src/icons/debug-rerun.svg';
import debugStop from '@vscode/codicons/src/icons/debug-stop.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import eyeClosed from '@vscode/codicons/src/icons/eye-closed.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import law from '@vscode/codicons/src/icons/law.svg';
import listOrdered from '@vscode/codicons/src/icons/list-ordered.svg';
import loading from '@vscode/codicons/src/icons/loading.svg';
import mute from '@vscode/codicons/src/icons/mute.svg';
import output from '@vscode/codicons/src/icons/output.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
import play from '@vscode/codicons/src/icons/play.svg';
import refresh from '@vscode/codicons/src/icons/refresh.svg';
import stopCircle from '@vscode/codicons/src/icons/stop-circle.svg';
import terminal from '@vscode/codicons/src/icons/terminal.svg';
import beaker from '@vscode/codicons/src/icons/beaker.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import wholeWord from '@vscode/codicons/src/icons/whole-word.svg';
import type { JSX } from 'preact';

export type IconName =
  | 'queued'
  | 'running'
  | 'waiting'
  | 'succeeded'
  | 'findings'
  | 'failed'
  | 'timed_out'
  | 'canceled'
  | 'lost'
  | 'retried'
  | 'skipped'
  | 'dropped'
  | 'swallowed'
  | 'garbled'
  | 'unbalanced'
  | 'loop'
  | 'process'
  | 'log'
  | 'event'
  | 'copy'
  | 'play'
  | 'replay'
  | 'test'
  | 'debug'
  | 'cancel';

/** Which codicon stands for what; the reference pictures use the same. */
const icons: Readonly<Record<IconName, string>> = {
  queued: circleOutline,
  running: loading,
  waiting: clockface,
  succeeded: pass,
  findings: warning,
  failed: error,
  timed_out: clockface,
  canceled: stopCircle,
  lost: debugDisconnect,
  retried: refresh,
  skipped: circleSlash,
  dropped: eyeClosed,
  swallowed: mute,
  garbled: wholeWord,
  unbalanced: law,
  loop: listOrdered,
  process: terminal,
  log: output,
  event: info,
  copy,
  play,
  replay: debugRerun,
  test: beaker,
  debug: debugAlt,
  cancel: debugStop,
};

/** Colour carries meaning only together with the icon's shape; see the classes in trace.css. */
export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }): JSX.Element {
  const svg = { __html: icons[name] };
  return label === undefined ? (
    <span class={`icon icon-${name}`} aria-hidden="true" dangerouslySetInnerHTML={svg} />
  ) : (
    <span class={`icon icon-${name}`} role="img" aria-label={label} dangerouslySetInnerHTML={svg} />
  );
}
