/** The debug type of `launch.json`. */
export const debugType = 'hermes-runtime';
