import type { FromPanel, Place, ReplayMode } from '@hermes-runtime/schemas';

const replayModes: readonly ReplayMode[] = ['exact', 'my_code', 'again', 'edited'];

/** What the panel sent, if it is a message of ours. A page is outside: nothing it says is taken on trust. */
export function panelMessage(value: unknown): FromPanel | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  switch (value.type) {
    case 'ready':
    case 'run':
    case 'run_again':
    case 'cancel':
    case 'save_test':
    case 'debug':
    case 'give':
      return { type: value.type };
    case 'replay': {
      const mode = replayModes.find((known) => 'mode' in value && value.mode === known);
      return mode && { type: 'replay', mode };
    }
    case 'copy':
      return 'text' in value && typeof value.text === 'string' ? { type: 'copy', text: value.text } : undefined;
    case 'open': {
      const place = 'place' in value ? placeOf(value.place) : undefined;
      return place && { type: 'open', place, beside: 'beside' in value && value.beside === true };
    }
    default:
      return undefined;
  }
}

function placeOf(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null || !('file' in value) || !('line' in value)) return undefined;
  return typeof value.file === 'string' && typeof value.line === 'number' ? { file: value.file, line: value.line } : undefined;
}
