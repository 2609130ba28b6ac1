import { type Answer, type AnswerFunction, answerKind, type DelayedAnswer } from './answer.js';

/**
 * Makes a response that arrives after `delayMs` milliseconds of the fake clock.
 *
 * @example
 * aws.once('DescribeInstances', delayed({ Reservations: [] }, 200));
 */
export const delayed = <Input extends object = Record<string, unknown>>(
  answer: Answer | AnswerFunction<Input>,
  delayMs: number,
): DelayedAnswer => ({ [answerKind]: 'delayed', answer, delayMs });
