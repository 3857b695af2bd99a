/** Where a runtime's API answers: this user's own on a socket, another one at an address, with the token that opens it. */
export type Endpoint =
  | { readonly type: 'socket'; readonly path: string }
  | { readonly type: 'url'; readonly url: string; readonly token: string };

export function socketEndpoint(path: string): Endpoint {
  return { type: 'socket', path };
}
