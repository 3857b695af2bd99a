import * as l10n from '@vscode/l10n';
import { textsFor } from '@hermes-runtime/schemas/texts';

/** Sets the language of every text that is drawn afterwards. */
export async function useLanguage(language: string): Promise<void> {
  const texts = await textsFor(language);
  l10n.config({ contents: { ...texts } });
  document.documentElement.lang = texts ? 'zh-CN' : 'en';
}
