export function execute(input) {
  return { got: input };
}
