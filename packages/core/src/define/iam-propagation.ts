import { ArchError } from '../errors/arch-error.js';
import type { RetryRule } from './retry-while.js';

/**
 * The messages of services about a role, an instance profile, a policy or a grant that IAM created a moment ago.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
 */
const notKnownYet =
  /(?:cannot|could not|can't|unable to|failed to) (?:be )?assumed?\b|(?:Invalid|authorize(?: the)?) (?:IAM )?Instance ?Profile|no associated IAM roles|role does not have permissions|IAM role \S* ?(?:is not valid|is invalid)|KMS key is invalid for CreateGrant/i;

/** Repeats a call that passes a role or an instance profile until the service knows it, for 60 s. A wrong role gets the same response. */
export const iamPropagation: RetryRule<unknown> & { readonly patienceMs: number } = {
  when: (error) => error instanceof ArchError && notKnownYet.test(error.message),
  patienceMs: 60_000,
  /** At random from 1 s to 2 s, 4 s, 8 s, and at last to 15 s. */
  pauseMs: (repeat) => 1_000 + Math.random() * (Math.min(1_000 * 2 ** repeat, 15_000) - 1_000),
  phase: 'waiting until the service can use the role',
  advice:
    'AWS sent the same response for 60 s. Check that the role exists, that its trust policy allows the service to assume it, and that an instance profile contains it.',
};
