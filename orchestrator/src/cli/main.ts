#!/usr/bin/env node
import { runProgram } from '@hermes-runtime/runtime';
import { createProgram } from './program.ts';

process.exitCode = await runProgram(process.argv.slice(2), createProgram);
