#!/usr/bin/env node
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection.ts';

// `--stdio`, `--node-ipc`, `--socket=N` and `--pipe=NAME` are read from the command line by the package.
serve(createConnection(ProposedFeatures.all));
