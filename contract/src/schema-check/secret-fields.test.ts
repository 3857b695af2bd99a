import { describe, expect, it } from 'vitest';
import { secretFieldsOf } from './secret-fields.ts';

const isSecret = (name: string, type?: string): boolean =>
  secretFieldsOf({ properties: { [name]: type === undefined ? {} : { type } } }).length > 0;

describe('a field whose name sounds like a secret', () => {
  it.each([
    'token',
    'notion_token',
    'accessToken',
    'refresh_token',
    'reset_token',
    'GITHUB_TOKEN',
    'password',
    'user-password',
    'passphrase',
    'client_secret',
    'apiKey',
    'api_key',
    'aws_secret_access_key',
    'privateKey',
    'credentials',
  ])('is one: %s', (name) => {
    expect(isSecret(name)).toBe(true);
  });

  it.each([
    'max_tokens',
    'token_count',
    'token_address',
    'password_length',
    'primary_key',
    'key',
    'keyboard',
    'monkey',
    'next_page_token',
    'pageToken',
    'continuationToken',
    'eos_token',
    'keywordToken',
    'fee_token',
    'input_token',
    'has_password',
    'useCredentials',
    'isSecret',
    'generate_auth_token',
  ])('is none: %s', (name) => {
    expect(isSecret(name)).toBe(false);
  });

  it('is none when it is no text', () => {
    expect(isSecret('token', 'integer')).toBe(false);
    expect(isSecret('password', 'boolean')).toBe(false);
    expect(isSecret('token', 'string')).toBe(true);
  });

  it('is one all the same when it says so itself', () => {
    expect(secretFieldsOf({ properties: { page_token: { writeOnly: true } } })).toEqual([{ path: ['page_token'], marked: true }]);
  });
});
