import * as l10n from '@vscode/l10n';
import { shortUrl, type ExchangeDiverged } from '@hermes-runtime/schemas';
import type { Block } from './block.ts';
import type { Row } from './row.ts';

/** Requests of a replay for which there is no recording: what was asked, and below it what was recorded. */
export function divergenceBlocks(diverged: readonly ExchangeDiverged[], start: number): readonly Block[] {
  return diverged.map((event) => ({
    time: event.time,
    rows: [
      {
        at: event.time - start,
        mark: 'failed',
        markStyle: 'red',
        parts: [
          { text: `${event.method} ` },
          { text: shortUrl(event.url), shrink: 'middle' },
          { text: `  ${reasonText(event.reason)}`, style: 'red' },
        ],
        place: event.at,
      },
      ...bodyRow(l10n.t('asked'), event.asked),
      ...bodyRow(l10n.t('recorded'), event.recorded),
    ],
    ...(event.iteration && { inside: event.iteration }),
  }));
}

function bodyRow(label: string, body: string | undefined): readonly Row[] {
  if (body === undefined || body === '') return [];
  return [
    {
      depth: 1,
      parts: [
        { text: `${label}  `, style: 'dim' },
        { text: body, shrink: 'end' },
      ],
    },
  ];
}

function reasonText(reason: ExchangeDiverged['reason']): string {
  switch (reason) {
    case 'not_recorded':
      return l10n.t('was not recorded');
    case 'body_differs':
      return l10n.t('its body is not the recorded one');
    case 'used_up':
      return l10n.t('was asked for more often than recorded');
    case 'truncated':
      return l10n.t('its answer was too large to keep');
    case 'subprocess':
      return l10n.t('a replay starts no process');
  }
}
