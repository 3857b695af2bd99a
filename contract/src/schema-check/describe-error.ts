import * as l10n from '@vscode/l10n';
import { nearMatch } from '../near-match.ts';
import type { Finding } from '../problem-at.ts';
import { dotted, isMap } from '../value.ts';
import type { FileError } from './file-errors.ts';

/** Puts one schema error of a file of ours into words. Missing keys and unions of keys have rules of their own. */
export function describeError(error: FileError, value: unknown): Finding {
  const name = dotted(error.path);
  switch (error.keyword) {
    case 'type':
      if (value === null) return wrongType(l10n.t('{0} has no value; it must be {1}.', name, typeName(error.type)));
      return wrongType(l10n.t('{0} must be {1}, not {2}.', name, typeName(error.type), valueName(value)));
    case 'anyOf':
      return wrongType(l10n.t('{0} must be text or a list of texts, not {1}.', name, valueName(value)));
    case 'enum': {
      const allowed = error.allowed.map(String);
      const near = typeof value === 'string' ? nearMatch(value, allowed) : undefined;
      const message = l10n.t('{0} must be one of {1}.', name, allowed.join(', '));
      return {
        code: name === 'runtime.type' ? 'unknown-runtime-type' : 'unknown-value',
        severity: 'error',
        message: near === undefined ? message : `${message} ${l10n.t('Did you mean "{0}"?', near)}`,
        ...(near === undefined ? {} : { data: { replacement: near } }),
      };
    }
    case 'minLength':
      return outOfRange(l10n.t('{0} must not be empty.', name));
    case 'minItems':
      return outOfRange(l10n.t('{0} must have at least {1} entries.', name, String(error.limit)));
    case 'minimum':
      return outOfRange(l10n.t('{0} must be at least {1}.', name, String(error.limit)));
    case 'exclusiveMinimum':
      return outOfRange(l10n.t('{0} must be more than {1}.', name, String(error.limit)));
    case 'maximum':
      return outOfRange(l10n.t('{0} must be at most {1}.', name, String(error.limit)));
    default:
      return wrongType(l10n.t('{0} has a value that is not allowed here.', name));
  }
}

function wrongType(message: string): Finding {
  return { code: 'wrong-type', severity: 'error', message };
}

function outOfRange(message: string): Finding {
  return { code: 'out-of-range', severity: 'error', message };
}

/** The name of a JSON type, or of several, in a sentence. */
export function typeName(type: unknown): string {
  if (Array.isArray(type) && type.length > 0)
    return type.map((one) => typeName(one)).reduce((before, one) => l10n.t('{0} or {1}', before, one));
  switch (String(type)) {
    case 'string':
      return l10n.t('text');
    case 'number':
      return l10n.t('a number');
    case 'integer':
      return l10n.t('a whole number');
    case 'boolean':
      return l10n.t('true or false');
    case 'array':
      return l10n.t('a list');
    case 'null':
      return l10n.t('nothing');
    default:
      return l10n.t('a map');
  }
}

/** What a value is, in a sentence. */
export function valueName(value: unknown): string {
  if (value === null || value === undefined) return typeName('null');
  if (Array.isArray(value)) return typeName('array');
  // YAML has numbers that JSON has not; they are named as they are written.
  if (typeof value === 'number' && !Number.isFinite(value)) return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  return isMap(value) ? typeName('object') : typeName(typeof value);
}
