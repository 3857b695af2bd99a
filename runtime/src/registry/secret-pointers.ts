import { secretFieldsOf } from '@hermes-runtime/contract';

/** Secret fields of an input schema as JSON Pointers into the input. */
export function secretPointers(inputSchema: unknown): string[] {
  return secretFieldsOf(inputSchema).map(({ path }) => path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));
}
