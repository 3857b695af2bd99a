/** `./main.py` is `main.py`: a problem's path has one spelling. */
export function normalEntrypoint(written: string): string {
  return written
    .split('/')
    .filter((part, index) => part !== '.' && (part !== '' || index === 0))
    .join('/');
}

/** Whether a path leaves the folder as it is written, on any system: upwards, absolute, on a drive, on a share, or not a path at all. */
export function leavesFolder(written: string): boolean {
  return /[\0\\]/.test(written) || written.startsWith('/') || written.startsWith('~') || /^[A-Za-z]:/.test(written) || climbs(written);
}

function climbs(written: string): boolean {
  let depth = 0;
  for (const part of written.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '.' && part !== '') depth += 1;
    if (depth < 0) return true;
  }
  // Ending in the folder itself, or going through `..` at all, names no file in one spelling.
  return written.split('/').includes('..');
}
