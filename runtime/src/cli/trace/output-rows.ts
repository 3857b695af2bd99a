import * as l10n from '@vscode/l10n';
import type { Facts } from '@hermes-runtime/schemas';
import type { Block } from './block.ts';

/** More printed lines than this are counted, not shown. */
const maxLines = 30;

/** What the agent printed or logged, and the programs that it ran. */
export function outputBlocks({ logs, processes }: Facts, start: number): readonly Block[] {
  const printed = logs.slice(0, maxLines).map((log): Block => ({
    time: log.time,
    rows: [
      {
        at: log.time - start,
        mark: 'print',
        depth: log.iteration ? 1 : 0,
        parts: [{ text: log.text.replace(/\n+$/, ''), ...(log.level === 'error' ? { style: 'red' as const } : {}) }],
        place: log.at,
      },
    ],
  }));
  const next = logs[maxLines];
  const hidden: Block[] = next
    ? [
        {
          time: next.time,
          rows: [
            { at: next.time - start, mark: 'print', parts: [{ text: l10n.t('{0} more lines', logs.length - maxLines), style: 'dim' }] },
          ],
        },
      ]
    : [];
  const programs = processes.map((process): Block => {
    const failed = process.signal !== undefined || (process.exit_code ?? 0) !== 0;
    const end = process.signal === undefined ? l10n.t('exit code {0}', process.exit_code ?? '?') : process.signal;
    return {
      time: process.time - process.ms,
      rows: [
        {
          at: process.time - process.ms - start,
          mark: 'process',
          depth: process.iteration ? 1 : 0,
          parts: [
            { text: process.command.join(' '), shrink: 'end' },
            { text: `  ${end}`, style: failed ? 'red' : 'dim' },
          ],
          place: process.at,
        },
      ],
    };
  });
  return [...printed, ...hidden, ...programs];
}
