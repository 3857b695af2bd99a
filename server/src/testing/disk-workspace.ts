import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { localDisk } from '../index/local-disk.ts';
import type { IndexedAgent } from '../index/indexed-agent.ts';
import { Workspace } from '../index/workspace.ts';

/** A workspace over files that really lie on the disk, below one folder, with what an editor has open. Paths are relative to that folder. */
export class DiskWorkspace {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'hermes-workspace-'));
  readonly buffers: Map<string, string> = new Map();
  readonly workspace: Workspace = new Workspace({
    textAt: (path) => this.buffers.get(relative(this.folder, path)),
    pathsBelow: (folder) => [...this.buffers.keys()].map((file) => this.at(file)).filter((path) => path.startsWith(`${folder}/`)),
    disk: localDisk,
  });
  /** The codes of what is wrong in each file that was ever spoken of, as it was said last. */
  readonly said: Record<string, string> = {};

  at(file: string): string {
    return join(this.folder, file);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.at(file)), { recursive: true });
    writeFileSync(this.at(file), text);
  }

  move(from: string, to: string): void {
    renameSync(this.at(from), this.at(to));
  }

  remove(file: string): void {
    rmSync(this.at(file), { recursive: true });
  }

  /** Does all that is left, and answers what was said about files meanwhile. */
  settle(): Record<string, string> {
    const now: Record<string, string> = {};
    for (let files = this.workspace.step(); files !== undefined; files = this.workspace.step())
      for (const { path, problems } of files) now[relative(this.folder, path)] = problems.map(({ code }) => code).join(' ');
    return Object.assign(this.said, now) && now;
  }

  /** The editor says that files or folders are others on the disk. */
  changed(...files: readonly string[]): Record<string, string> {
    for (const file of files) this.workspace.touch(this.at(file));
    return this.settle();
  }

  /** Somebody types in an open file. */
  type(file: string, text: string): Record<string, string> {
    this.buffers.set(file, text);
    this.workspace.type(this.at(file));
    return this.settle();
  }

  agent(folder: string): IndexedAgent | undefined {
    return this.workspace.agents.find((agent) => agent.folder === this.at(folder));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
