// The function is not exported, so the runtime cannot call it.
function execute(input) {
  const words = (input.text ?? '').split(/\s+/).filter(Boolean);
  return { words: words.length };
}
