/** What checks that a message, an event or a case is one. An entry point of its own, because the language server starts without these. */
export * from './generated/message-validators.js';
