import { expect, it } from 'vitest';
import { checkAgent } from '../check-agent.ts';
import { folderOf } from './code/problem-picture.ts';

/** What is said of a shell agent whose script begins like this. */
function said(script: string, file = 'main.sh'): readonly string[] {
  const text = `name: a\nversion: 1.0.0\nruntime: { type: shell, entrypoint: ${file} }\n`;
  return checkAgent(folderOf({ 'agent.yaml': text, [file]: script })).problems.map(
    ({ path, code, severity, range: { start, end } }) => `${severity} ${code} ${path}:${start.line}:${start.character}-${end.character}`,
  );
}

it('marks the first line of a script with the line ends of Windows', () => {
  expect(said('#!/bin/sh\r\necho\r\n')).toEqual(['error shell-line-ends main.sh:0:0-9']);
});

it.each([
  ['#/bin/sh\necho\n', 0],
  ['!#/bin/sh\necho\n', 0],
  ['# !/bin/sh\necho\n', 0],
  ['#!bash\necho\n', 0],
  ['\n#!/bin/sh\necho\n', 1],
  ['\ufeff#!/bin/sh\necho\n', 0],
])('marks %j, which was to say what runs the script', (script, line) => {
  expect(said(script)).toEqual([expect.stringMatching(`^warning shell-first-line main.sh:${line}:0-`)]);
});

it('marks a script for bash that sh will run', () => {
  expect(said('echo\n', 'main.bash')).toEqual(['warning shell-first-line main.bash:0:0-4']);
});

it.each([
  '#!/bin/sh\necho\n',
  '#! /usr/bin/env bash\n',
  '# Counts.\necho\n',
  'echo\n',
  '',
  'cat <<E\na\r\nE\n',
  '#!/usr/bin/env python3\n',
])('is silent about %j', (script) => expect(said(script)).toEqual([]));
