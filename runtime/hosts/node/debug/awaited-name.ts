/** The one name that a debugged agent's code takes from the global object. */
export const awaitedName = '__hermes_awaited';

/** Where the code behind that name says it is from: a client does not get to see it, and no debugger skips it. */
export const awaitedUrl = 'hermes-runtime:awaited';
