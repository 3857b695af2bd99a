import { ApiError, type Authorize, bearerOf } from '@hermes-runtime/runtime';
import { scopeOf } from './route-scopes.ts';
import { mayDo } from './scopes.ts';
import type { TokenCheck, Tokens } from './tokens.ts';

/** Who calls the orchestrator, by his token; every route has its scope. */
export function scopedTokens(tokens: Tokens, now: () => number = Date.now): Authorize {
  return ({ method, path, headers }) => {
    const text = bearerOf(headers);
    const check = tokens.check(text ?? '', now());
    if (check.status !== 'good') throw unauthorized(text === undefined ? undefined : check);
    const { name, scopes } = check.token;
    const wanted = scopeOf(method, path);
    if (mayDo(scopes, wanted)) return { name };
    throw new ApiError('scope_missing', `The token "${name}" may ${scopes.join(', ')}; this needs the scope "${wanted}".`);
  };
}

function unauthorized(check: TokenCheck | undefined): ApiError {
  return new ApiError('unauthorized', `${reasonOf(check)} Make one: hermes-orchestrator token create --name NAME --scopes read,run`, {
    headers: { 'www-authenticate': 'Bearer realm="hermes-orchestrator"' },
  });
}

function reasonOf(check: TokenCheck | undefined): string {
  switch (check?.status) {
    case undefined:
      return 'This needs a token: send "Authorization: Bearer TOKEN".';
    case 'expired':
      return `The token "${check.token.name}" has expired.`;
    case 'revoked':
      return `The token "${check.token.name}" was revoked.`;
    case 'good':
    case 'unknown':
      return 'This token is not known here.';
  }
}
