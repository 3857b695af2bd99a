export function execute(input) {
  const text = input.text ?? '';
  // The schema says "characters", and allows no other keys.
  return { words: text.split(/\s+/).filter(Boolean).length, charcters: text.length };
}
