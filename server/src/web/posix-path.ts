// In the bundle for browsers these stand in for Node's functions of the same names; a path there is made by `addresses.ts` and always absolute.

export const sep = '/';

export function basename(path: string): string {
  return path.replace(/\/+$/, '').replace(/^.*\//s, '');
}

export function dirname(path: string): string {
  const above = path.replace(/\/+$/, '').replace(/\/*[^/]*$/, '');
  return above === '' ? (path.startsWith('/') ? '/' : '.') : above;
}

export function join(...parts: readonly string[]): string {
  const joined = parts.filter((part) => part !== '').join('/');
  const names = namesOf(joined, joined.startsWith('/'));
  return joined.startsWith('/') ? `/${names.join('/')}` : names.join('/') || '.';
}

export function relative(from: string, to: string): string {
  const [away, there] = [namesOf(from, true), namesOf(to, true)];
  const same = away.findIndex((name, index) => name !== there[index]);
  const common = same === -1 ? away.length : same;
  return [...away.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}

export function extname(path: string): string {
  return /.(\.[^./]*)$/.exec(basename(path))?.[1] ?? '';
}

function namesOf(path: string, isAbsolute: boolean): readonly string[] {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..' && names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (name === '..' && !isAbsolute) names.push(name);
    else if (name !== '' && name !== '.' && name !== '..') names.push(name);
  }
  return names;
}
