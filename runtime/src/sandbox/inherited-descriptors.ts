import { readFileSync, readdirSync } from 'node:fs';

/** The kernel's mark for a descriptor that does not survive the start of a program. */
const closesOnExec = 0o2000000;

/**
 * Descriptors that whoever started this process left open, and that every program started from here would get.
 * What Node opens itself is marked to be closed, and so are low numbers when it starts; this is the rest, in order. Asked once, when nothing else is open.
 */
export function inheritedDescriptors(): number[] {
  return numbersIn('/proc/self/fd')
    .filter((descriptor) => descriptor > 2 && !isClosedOnExec(descriptor))
    .toSorted((a, b) => a - b);
}

function isClosedOnExec(descriptor: number): boolean {
  try {
    const flags = /^flags:\s*(?<octal>[0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1'))?.groups?.['octal'];
    return flags === undefined || (Number.parseInt(flags, 8) & closesOnExec) !== 0;
  } catch {
    // The descriptor of the listing itself, which is closed by now.
    return true;
  }
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder).map(Number);
  } catch {
    // Not Linux, or no /proc.
    return [];
  }
}
