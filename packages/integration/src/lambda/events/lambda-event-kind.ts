import { type LambdaEventKind, recognizeEvent } from './recognize-event.js';

/** Returns the kind of the event that a Lambda function received, by the members that AWS documents for it. */
export const lambdaEventKind = (event: unknown): LambdaEventKind => recognizeEvent(event).kind;
