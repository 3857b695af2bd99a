/** What a new version changes for its callers. A door of its own: checking does without it. */
export { compareContracts, type ContractChange, type ContractDiff } from './assign/compare-contracts.ts';
