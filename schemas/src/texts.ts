/** Translations by English text. */
export type Texts = Readonly<Record<string, string>>;

/** The translations for a language tag such as `zh_CN.UTF-8` or `zh-cn`; none for English and languages that have none. */
export async function textsFor(language: string): Promise<Texts | undefined> {
  if (!isSimplifiedChinese(language)) return undefined;
  const rooms = await Promise.all([
    import('../l10n/zh-cn/schemas.json', { with: { type: 'json' } }),
    import('../l10n/zh-cn/contract.json', { with: { type: 'json' } }),
    import('../l10n/zh-cn/server.json', { with: { type: 'json' } }),
    import('../l10n/zh-cn/runtime.json', { with: { type: 'json' } }),
    import('../l10n/zh-cn/orchestrator.json', { with: { type: 'json' } }),
    import('../l10n/zh-cn/ui.json', { with: { type: 'json' } }),
    import('../l10n/zh-cn/descriptions.json', { with: { type: 'json' } }),
  ]);
  return Object.fromEntries(rooms.flatMap((room) => Object.entries<string>(room.default)));
}

export function isSimplifiedChinese(language: string): boolean {
  return /^zh(?:[-_](?:cn|sg|hans))?(?:[-_.@]|$)/i.test(language);
}
