import * as l10n from '@vscode/l10n';
import { textsFor } from '@hermes-runtime/schemas/texts';

/** Speaks the language of `--lang`, else of the locale that the terminal runs in. */
export async function useLanguage(
  chosen: string | undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  const locale = chosen ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en');
  const texts = await textsFor(locale);
  l10n.config({ contents: { ...texts } });
}
