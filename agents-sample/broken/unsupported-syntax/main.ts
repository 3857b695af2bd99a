// Node takes types out of TypeScript; an enum is more than a type.
enum Separator {
  space = ' ',
}

export function execute(input: { text?: string }): { words: number } {
  const words = (input.text ?? '').split(Separator.space).filter((word) => word !== '');
  return { words: words.length };
}
