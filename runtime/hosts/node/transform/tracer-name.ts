/** The one name that the inserted code takes from the global object, and the start of all names that it declares. */
export const tracerName = '__hermes_trace';
