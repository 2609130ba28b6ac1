export type { Answer, AnswerFunction, AwsErrorAnswer, DelayedAnswer, FakeCall, FaultAnswer } from './answer.js';
export { AnswerError } from './answer-error.js';
export { awsError, type AwsErrorOptions } from './aws-error.js';
export { delayed } from './delayed.js';
export { fakeAws, type FakeAws, type FakeAwsOptions } from './fake-aws.js';
export { FakeClock, type FakeClockOptions } from './fake-clock.js';
export { fault, type FaultOptions } from './fault.js';
export { faultNames, type FaultName } from './fault-name.js';
export type { RecordedRequest } from './recorded-request.js';
