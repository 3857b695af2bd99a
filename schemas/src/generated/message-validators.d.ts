// Generated from schemas/json by npm run generate.
import type { Validate } from '../validate.ts';
import type {
  AgentSummary,
  Case,
  ErrorBody,
  Failure,
  GivenAnswer,
  Problem,
  RecordedBody,
  RecordedExchange,
  RecordedFeed,
  Recording,
  SubmitTask,
  Task,
  TraceEvent,
  WorkerFrame,
} from './types.ts';
export declare const validateAgentSummary: Validate<AgentSummary>;
export declare const validateCase: Validate<Case>;
export declare const validateErrorBody: Validate<ErrorBody>;
export declare const validateFailure: Validate<Failure>;
export declare const validateGivenAnswer: Validate<GivenAnswer>;
export declare const validateProblem: Validate<Problem>;
export declare const validateRecordedBody: Validate<RecordedBody>;
export declare const validateRecordedExchange: Validate<RecordedExchange>;
export declare const validateRecordedFeed: Validate<RecordedFeed>;
export declare const validateRecording: Validate<Recording>;
export declare const validateSubmitTask: Validate<SubmitTask>;
export declare const validateTask: Validate<Task>;
export declare const validateTraceEvent: Validate<TraceEvent>;
export declare const validateWorkerFrame: Validate<WorkerFrame>;
