import { greet } from 'tiny-greeting';

export function execute(input) {
  return { text: greet(input.name) };
}
