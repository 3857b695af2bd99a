import * as l10n from '@vscode/l10n';
import { StoreError } from './store-error.ts';

const busy = 5;
const readOnly = 8;
const ioError = 10;
const corrupt = 11;
const full = 13;
const cantOpen = 14;
const notADatabase = 26;
/** SQLITE_IOERR_SHMSIZE: the shared-memory file could not grow, which is what a full disk looks like there. */
const shmSize = 4874;
/** SQLITE_IOERR_WRITE: short writes count as a full disk only where the system said so. */
const noSpaceCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export function isBusy(error: unknown): boolean {
  return (sqliteCode(error) ?? 0) % 256 === busy;
}

/** Turns what SQLite or the file system threw into the store's own codes; bugs stay what they are. */
export function storeErrorFrom(error: unknown, folder: string): unknown {
  if (error instanceof StoreError) return error;
  if (isNoSpace(error)) {
    return new StoreError(
      'store_full',
      l10n.t('There is no space left for the store {0}. Free some space; nothing that was accepted is lost.', folder),
      {
        cause: error,
      },
    );
  }
  const code = sqliteCode(error);
  if (code === undefined) return fileError(error, folder);
  switch (code % 256) {
    case corrupt:
    case notADatabase:
      return new StoreError(
        'store_damaged',
        l10n.t(
          'The store {0} is damaged. Move the folder away to start with an empty one, and keep it if you want to recover tasks.',
          folder,
        ),
        { cause: error },
      );
    case readOnly:
    case ioError:
    case cantOpen:
      return failed(error, folder);
    default:
      return error;
  }
}

function isNoSpace(error: unknown): boolean {
  const code = sqliteCode(error);
  if (code !== undefined) return code % 256 === full || code === shmSize;
  return noSpaceCodes.has(systemCode(error) ?? '');
}

function fileError(error: unknown, folder: string): unknown {
  return systemCode(error) === undefined ? error : failed(error, folder);
}

function failed(error: unknown, folder: string): StoreError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError(
    'store_failed',
    l10n.t('The store {0} cannot be written: {1}. Start the runtime again once the disk works.', folder, reason),
    {
      cause: error,
    },
  );
}

function sqliteCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
