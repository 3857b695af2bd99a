/** A version of PEP 440, in parts that compare in order. */
export type PythonVersion = {
  readonly epoch: number;
  readonly release: readonly number[];
  readonly pre?: readonly [phase: number, number: number];
  readonly post?: number;
  readonly dev?: number;
  readonly local?: string;
};

const pattern =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;
const phases: Readonly<Record<string, number>> = { a: 0, alpha: 0, b: 1, beta: 1, c: 2, rc: 2, pre: 2, preview: 2 };

/** Undefined for what is no version. */
export function parsePythonVersion(text: string): PythonVersion | undefined {
  const match = pattern.exec(text.trim().toLowerCase());
  if (match === null) return undefined;
  const [, epoch, release = '', phase, pre, bare, post, postNumber, dev, devNumber, local] = match;
  return {
    epoch: Number(epoch ?? 0),
    release: release.split('.').map(Number),
    ...(phase === undefined ? {} : { pre: [phases[phase] ?? 0, Number(pre ?? 0)] }),
    ...(bare === undefined && post === undefined ? {} : { post: Number(bare ?? postNumber ?? 0) }),
    ...(dev === undefined ? {} : { dev: Number(devNumber ?? 0) }),
    ...(local === undefined ? {} : { local: local.replaceAll(/[-_]/g, '.') }),
  };
}

/** Below zero when `one` comes first. The local part counts only when both have one. */
export function comparePythonVersions(one: PythonVersion, other: PythonVersion): number {
  return (
    one.epoch - other.epoch ||
    compareReleases(one.release, other.release) ||
    compareLists(rank(one), rank(other)) ||
    compareLocals(one.local, other.local)
  );
}

/** `1.2` equals `1.2.0`. */
function compareReleases(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Of one release: dev, then a, b, rc (each with its own posts and devs), then the release, then post. */
function rank({ pre, post, dev }: PythonVersion): readonly number[] {
  const before = pre === undefined && post === undefined && dev !== undefined ? -1 : 3;
  const [phase, number] = pre ?? [before, 0];
  return [phase, number, post ?? -1, dev ?? Number.MAX_SAFE_INTEGER];
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareLocals(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined || one === other) return 0;
  return one < other ? -1 : 1;
}
