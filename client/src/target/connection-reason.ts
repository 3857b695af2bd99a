import * as l10n from '@vscode/l10n';

/** Why there was no connection, in a few words that a person can do something about. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case 'ECONNREFUSED':
      return l10n.t('the connection was refused');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return l10n.t('no machine of that name was found');
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return l10n.t('it did not answer');
    default:
      if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return l10n.t('its certificate is not trusted here ({0})', code);
      return error instanceof Error ? error.message : String(error);
  }
}

/** Node tries every address of a name, and then the cause is inside. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : '';
}
