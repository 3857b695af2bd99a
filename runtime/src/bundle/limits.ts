/** What a bundle may hold, unpacked. More is data, not an agent. */
export const bundleLimits: { readonly files: number; readonly bytes: number; readonly pathBytes: number } = {
  files: 5_000,
  bytes: 64 * 1024 * 1024,
  /** Of one path, in UTF-8; also what ustar can say. */
  pathBytes: 255,
};
