/** The version of this runtime; a test keeps it equal to package.json, which a bundle does not carry. */
export const runtimeVersion = '0.1.0';
