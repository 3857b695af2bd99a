type Input = { folder: string; sizes?: [number, number]; mode?: 'copy' | 'move'; options?: { deep?: boolean; depth?: number } };
type Output = { sorted: number; skipped?: string[] };

export const execute = (input: Input): Output => {
  const names = [input.folder, input.mode ?? 'copy'];
  const sizes = input.sizes ?? [1, 1];
  const depth = input.options?.depth ?? 1;
  return {
    sorted: names.length * sizes[0] * depth,
    skipped: [],
  };
};
