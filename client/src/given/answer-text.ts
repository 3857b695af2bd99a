import type { AnswerDraft, ExchangeDiverged, GivenAnswer, RecordedBody } from '@hermes-runtime/schemas';
import { validateGivenAnswer } from '@hermes-runtime/schemas/messages';
import * as l10n from '@vscode/l10n';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** The most that a recorded answer may unpack to, in bytes: it only starts a text that a person edits. */
const mostUnpacked = 256 * 1024;

/** The document in which a person writes an answer. */
export function answerText({ status, headers, body }: AnswerDraft): string {
  return `${JSON.stringify({ status, headers, body }, undefined, 2)}\n`;
}

export type ReadAnswer = { readonly ok: true; readonly answer: GivenAnswer } | { readonly ok: false; readonly message: string };

/** What the person wrote, as an answer to what was asked. */
export function readAnswer(text: string, { method, url }: Pick<ExchangeDiverged, 'method' | 'url'>): ReadAnswer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // What a person is still writing.
    return { ok: false, message: l10n.t('This is no JSON yet: {0}', error instanceof Error ? error.message : String(error)) };
  }
  const answer: unknown = typeof value === 'object' && value !== null ? { ...value, method, url } : value;
  if (validateGivenAnswer(answer)) return { ok: true, answer };
  const [problem] = validateGivenAnswer.errors ?? [];
  const where = problem?.instancePath === undefined || problem.instancePath === '' ? '/' : problem.instancePath;
  return {
    ok: false,
    message: l10n.t(
      'An answer has a "status" from 200 to 599, "headers" with texts, and a "body": {0} ({1})',
      where,
      problem?.keyword ?? '',
    ),
  };
}

/** A recorded body as text; undefined where it is none, or of a compression that is not known here. */
export function bodyText({ text, base64 }: RecordedBody, coding: string | undefined): string | undefined {
  const bytes = base64 === undefined ? Buffer.from(text ?? '') : Buffer.from(base64, 'base64');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(unpacked(bytes, coding));
  } catch {
    // Cut short, too large, or a picture.
    return undefined;
  }
}

function unpacked(bytes: Buffer, coding: string | undefined): Buffer {
  const limit = { maxOutputLength: mostUnpacked };
  if (coding === 'gzip') return gunzipSync(bytes, limit);
  if (coding === 'br') return brotliDecompressSync(bytes, limit);
  return coding === 'deflate' ? inflateSync(bytes, limit) : bytes;
}
