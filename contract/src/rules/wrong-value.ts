import { describeError } from '../schema-check/describe-error.ts';
import { valueAt } from '../value.ts';
import { descriptorErrors } from './descriptor-errors.ts';
import { problemAtKey, problemAtValue, type Rule } from './rule.ts';

/** A value that its key does not allow; name and version have rules of their own. */
export const wrongValue: Rule = {
  codes: ['wrong-type', 'out-of-range', 'unknown-runtime-type', 'unknown-value'],
  local: true,
  check: (context) =>
    descriptorErrors(context.descriptor)
      .values.filter(({ path }) => path.length !== 1 || (path[0] !== 'name' && path[0] !== 'version'))
      .map((error) => {
        const value = valueAt(context.descriptor.value, error.path);
        const finding = describeError(error, value);
        return value === null ? problemAtKey(context, error.path, finding) : problemAtValue(context, error.path, finding);
      }),
};
