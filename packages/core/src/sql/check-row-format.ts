import { InvalidInputError } from '../errors/invalid-input-error.js';

/**
 * Rejects members of `aws` that change the form in which the rows arrive, before anything is sent: the rows would be missing or read wrongly.
 * `accepted` contains the only value of each such member.
 */
export const checkRowFormat = (
  operation: string,
  aws: Readonly<Record<string, unknown>> | undefined,
  accepted: Readonly<Record<string, unknown>>,
): void => {
  for (const [member, value] of Object.entries(accepted)) {
    if (aws?.[member] === undefined || aws[member] === value) continue;
    throw new InvalidInputError(
      `${operation}: aws.${member} must be ${JSON.stringify(value)} or omitted, because it changes the form of the rows; ` +
        `to send it anyway, use call() with the command of the SDK.`,
      { operation },
    );
  }
};
