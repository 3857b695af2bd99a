/** A comment that says no reason for what it silences. */
export const ignoreWithoutReasonCode = 'ignore-without-reason';

/** A comment, or a name in one, that silences nothing. */
export const unusedIgnoreCode = 'unused-ignore';

export const ignoreCodes: readonly string[] = [ignoreWithoutReasonCode, unusedIgnoreCode];
