export function execute() {
  const kept = [];
  for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
}
