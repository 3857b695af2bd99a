import * as l10n from '@vscode/l10n';
import { connect } from '../daemon/connect.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { say, writeResult } from './output.ts';

/** `hermes-runtime cancel`: answers once no process of the task is left. */
export async function cancel(reference: string, { json }: { readonly json?: boolean } = {}): Promise<ExitCode> {
  const { client } = await connect();
  try {
    const { body } = await client.call('POST', `/api/v1/tasks/${encodeURIComponent(reference)}/cancel`);
    const status = typeof body === 'object' && body !== null && 'status' in body ? String(body.status) : '';
    if (json === true) writeResult(JSON.stringify(body));
    else say(status === 'canceled' ? l10n.t('Canceled.') : l10n.t('The task had ended: {0}.', status));
    return exitCodes.ok;
  } finally {
    client.close();
  }
}
