import { unknownKeyProblem } from '../schema-check/unknown-keys.ts';
import { descriptorErrors } from './descriptor-errors.ts';
import { pathInFolder, type Rule } from './rule.ts';

/** A key that agent.yaml does not have. */
export const unknownKey: Rule = {
  codes: ['unknown-key'],
  local: true,
  check: ({ folder, descriptor }) => {
    const { unknown, missing, union } = descriptorErrors(descriptor);
    const file = { path: pathInFolder(folder, descriptor.file), yaml: descriptor.yaml };
    const needed = union === 'neither' ? [...missing, ['runtime'], ['steps']] : missing;
    return unknown.map((key) => unknownKeyProblem(file, key, needed));
  },
};
