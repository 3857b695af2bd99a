/** The result: what a pipe gets. Nothing else may go to standard output. */
export function writeResult(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Everything that is said about the way to the result. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no failure, and there is nobody left to tell. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}
