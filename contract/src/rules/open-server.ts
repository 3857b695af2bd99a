import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import { atValue, type CheckedFile } from '../problem-at.ts';
import { valueAt } from '../value.ts';

/** The codes of these, in configurations of every program that listens. */
export const openServerCodes: readonly string[] = ['open-host', 'open-cors'];

/** A host that other machines reach is worth a word, which differs from program to program. */
export function openHost(file: CheckedFile, value: unknown, messageFor: (host: string) => string): Problem[] {
  const host = valueAt(value, ['server', 'host']);
  if (typeof host !== 'string' || isLoopback(host)) return [];
  return [atValue(file, ['server', 'host'], { code: 'open-host', severity: 'warning', message: messageFor(host) })];
}

/** `*` among the origins. */
export function openCors(file: CheckedFile, value: unknown): Problem[] {
  const origins = valueAt(value, ['server', 'cors_allowed_origins']);
  if (!Array.isArray(origins)) return [];
  return origins.flatMap((origin: unknown, index) => {
    if (origin !== '*') return [];
    const message = l10n.t('"*" is not honoured: any web page could then run agents. List the origins that may.');
    return [atValue(file, ['server', 'cors_allowed_origins', index], { code: 'open-cors', severity: 'warning', message })];
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
