import { ArchError } from '@arch/core';
import { type CallOptions, retryWhile } from '@arch/core/builder';

/** The maximum number of successive failures without a new byte. */
const mostFailures = 3;

interface Retrying {
  /** What a pause is for, in the present participle. */
  readonly phase: string;
  /** The number of bytes that no further request needs to return. Default: each request returns all of them. */
  readonly received?: (() => number) | undefined;
}

/** Runs `attempt` again after a broken connection; the SDK retries only before the first byte. Receives the number of failures so far. */
export const retryBroken = async <Result>(
  { phase, received = (): number => 0 }: Retrying,
  options: CallOptions,
  attempt: (failures: number) => Promise<Result>,
): Promise<Result> => {
  let [failures, before] = [0, received()];
  const when = (error: unknown): boolean => {
    const now = received();
    failures = now > before ? 1 : failures + 1;
    before = now;
    return isBroken(error) && failures < mostFailures;
  };
  const pauseMs = (): number => Math.random() * 1_000 * failures;
  return retryWhile({ when, pauseMs, phase }, options, () => attempt(failures));
};

/** Whether a further request may return the remaining bytes. */
const isBroken = (error: unknown): boolean =>
  error instanceof ArchError && error.retryable && ['ConnectionError', 'DeadlineError'].includes(error.name);
