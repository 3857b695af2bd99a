import type { AgentFolder } from '@hermes-runtime/contract';
import type { AgentFields } from '@hermes-runtime/contract/fields';

/** What was found in an agent's code, and whether all that was looked at for it is as it was. */
export type KeptFields = {
  /** What was asked. */
  readonly question: string;
  readonly fields: AgentFields;
  readonly isSame: () => boolean;
};

type Files = Pick<AgentFolder, 'readText' | 'stat' | 'list'>;

/** Reads anew where something that was looked at is another thing now: an editor asks with every move of the cursor. */
export function keepFields(
  kept: KeptFields | undefined,
  question: string,
  { readText, stat, list }: Files,
  read: (files: Files) => AgentFields,
): KeptFields {
  if (kept?.question === question && kept.isSame()) return kept;
  const texts = new Map<string, string | undefined>();
  const kinds = new Map<string, string>();
  let names: string | undefined;
  const kindOf = (fact: ReturnType<Files['stat']>): string => `${fact?.kind} ${fact?.inside}`;
  const fields = read({
    readText: (file) => {
      const text = readText(file);
      texts.set(file, text);
      return text;
    },
    stat: (file) => {
      const fact = stat(file);
      kinds.set(file, kindOf(fact));
      return fact;
    },
    list: () => {
      const files = list();
      names = files.join('\n');
      return files;
    },
  });
  return {
    question,
    fields,
    isSame: () =>
      [...texts].every(([file, text]) => readText(file) === text) &&
      [...kinds].every(([file, kind]) => kindOf(stat(file)) === kind) &&
      (names === undefined || list().join('\n') === names),
  };
}
