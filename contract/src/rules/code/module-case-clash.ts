import { clashOf } from '../letter-case-clash.ts';
import { problemInCode, type CodeRule } from './code-subject.ts';

/** The same for a file of the agent's own that its code loads, told where that is imported first. */
export const moduleCaseClash: CodeRule = {
  codes: ['letter-case-clash'],
  needsSchema: false,
  looksAt: 'entrypoint',
  check: (subject) =>
    subject.reached.flatMap(({ code, by }) => {
      const [other] = by === undefined ? [] : subject.modules.namesakesOf(code.file);
      return by === undefined || other === undefined
        ? []
        : [problemInCode({ ...subject, ...by.code }, by.import.at, clashOf(code.file, other))];
    }),
};
