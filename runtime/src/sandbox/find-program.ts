import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The first program of this name on the path, absolute; nothing is started. */
export function findProgram(name: string, path: string = process.env['PATH'] ?? ''): string | undefined {
  if (isAbsolute(name)) return isExecutable(name) ? name : undefined;
  const folders = [...path.split(delimiter).filter((folder) => isAbsolute(folder)), '/usr/bin', '/bin'];
  return folders.map((folder) => join(folder, name)).find((candidate) => isExecutable(candidate));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Absent or not ours to start.
    return false;
  }
}
