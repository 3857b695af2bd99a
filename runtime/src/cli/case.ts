import { writeFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import type { Case } from '@hermes-runtime/schemas';
import { validateCase } from '@hermes-runtime/schemas/messages';
import { connect } from '../daemon/connect.ts';
import type { RuntimeClient } from '../daemon/runtime-client.ts';
import { encodeCase } from '../replay/case-file.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { say, writeResult } from './output.ts';

export type CaseOptions = { readonly output?: string; readonly json?: boolean };

/** `hermes-runtime case`: one file that can be saved, sent and replayed elsewhere. It holds no secret. */
export async function writeCase(reference: string, { output, json }: CaseOptions): Promise<ExitCode> {
  const { client } = await connect();
  try {
    const value = await caseOf(client, reference);
    if (json === true || output === '-') {
      writeResult(JSON.stringify(value));
      return exitCodes.ok;
    }
    const file = output ?? `${value.agent.name}-${value.task_id.slice(0, 8)}.case.json.gz`;
    const bytes = file.endsWith('.json') ? Buffer.from(JSON.stringify(value, undefined, 2)) : encodeCase(value);
    try {
      writeFileSync(file, bytes);
    } catch (error) {
      throw new CliError(
        exitCodes.usage,
        l10n.t('{0} cannot be written: {1}', file, error instanceof Error ? error.message : String(error)),
      );
    }
    say(l10n.t('{0} exchanges, {1} bytes', value.exchanges.length, bytes.length));
    writeResult(file);
    return exitCodes.ok;
  } finally {
    client.close();
  }
}

export async function caseOf(client: RuntimeClient, reference: string): Promise<Case> {
  const { body } = await client.call('GET', `/api/v1/tasks/${encodeURIComponent(reference)}/case`);
  if (validateCase(body)) return body;
  throw new CliError(exitCodes.notStarted, l10n.t('The runtime answered something that is no case; are both of one version?'));
}
