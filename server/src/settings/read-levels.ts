import { isMap, levels, own, type Level, type Levels } from '@hermes-runtime/contract';

/** The section of an editor's settings that is ours. */
export const settingsSection = 'hermesRuntime';

/** More are not read: there are fewer rules. */
const maxRules = 500;

/**
 * The severities in what an editor gave for settings: those of our section, alone or inside of all settings.
 * Undefined where it says nothing of them, whatever else it is: editors send lists, texts and nothing at all.
 */
export function readLevels(settings: unknown): Levels | undefined {
  const rules = own(own(settings, settingsSection), 'rules') ?? own(settings, 'rules') ?? own(settings, `${settingsSection}.rules`);
  if (!isMap(rules)) return undefined;
  const found = Object.entries(rules).slice(0, maxRules);
  return new Map(found.flatMap(([code, level]) => (isLevel(level) ? [[code, level] as const] : [])));
}

function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value);
}
