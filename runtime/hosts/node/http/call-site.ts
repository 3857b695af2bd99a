import type { AgentFiles, Place } from '../agent-files.ts';
import { innermostPlace, type StackFrame } from '../stack-frames.ts';

/** Which line of the agent asked, and through which library. */
export type CallSite = { readonly client: string; readonly at?: Place };

const packagePattern = /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** Reads the calling stack; the client is the package that the agent's line called, or Node's own part. */
export function callSite(frames: readonly StackFrame[], files: AgentFiles, ownClient: string): CallSite {
  const agentFrame = frames.findIndex(({ file }) => files.owns(file));
  const below = agentFrame === -1 ? frames : frames.slice(0, agentFrame);
  const packages = below.flatMap(({ file }) => packagePattern.exec(file)?.[1]?.replace('\\', '/') ?? []);
  const at = innermostPlace(frames, files);
  return { client: packages.at(-1) ?? ownClient, ...(at && { at }) };
}
