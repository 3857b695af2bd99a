import { type Audit, auditIn } from './audit.ts';
import { openAccessDatabase } from './access-database.ts';
import { type Tokens, tokensIn } from './tokens.ts';

/** Who may do what, and who did: of one data folder. */
export type Access = { readonly tokens: Tokens; readonly audit: Audit; readonly close: () => void };

export function openAccess(folder: string): Access {
  const database = openAccessDatabase(folder);
  return {
    tokens: tokensIn(database),
    audit: auditIn(database),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
