/** Why a name may not be a file of a bundle, on any system on which it may be unpacked; undefined for one that may. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'its name is empty';
  // oxlint-disable-next-line no-control-regex -- These are what is looked for.
  if (/[\u0000-\u001F\u007F]/.test(name)) return 'its name has a control character';
  if (name.includes('\\')) return 'its name has a backslash';
  if (name.startsWith('/')) return 'its name is absolute';
  if (/[<>:"|?*]/.test(name)) return 'its name cannot be written on every system';
  for (const part of name.split('/')) {
    if (part === '') return 'its name has an empty part';
    if (part === '.' || part === '..') return 'its name leads elsewhere';
    if (/[. ]$/.test(part)) return 'a part of its name ends in a dot or a space';
    if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part)) return 'its name belongs to a device';
  }
  return undefined;
}

/** What a file system that folds case and Unicode forms makes of a name. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC');
}
