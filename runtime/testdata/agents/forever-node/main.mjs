export function execute() {
  console.log('started');
  return new Promise(() => setInterval(() => {}, 1000));
}
