import { runtimePaths } from '../daemon/paths.ts';
import { accessToken } from '../daemon/token.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { writeResult } from './output.ts';

/** `hermes-runtime token`: what `serve` and `dev` of this user ask for. */
export function token(): Promise<ExitCode> {
  writeResult(accessToken(runtimePaths()));
  return Promise.resolve(exitCodes.ok);
}
