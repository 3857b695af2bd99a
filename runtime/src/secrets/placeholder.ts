/** Stands wherever a secret's value would. */
export const secretPlaceholder: string = '‹secret›';
