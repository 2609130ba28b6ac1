import { InvalidInputError } from '@arch/core';

import type { ConsumeMessagesInput } from './consume-messages-input.js';

/** Rejects members that exclude or require each other. */
export const checkHandlers = ({
  handler,
  batchHandler,
  extendVisibility,
  visibilityTimeoutSeconds,
}: ConsumeMessagesInput<unknown>): void => {
  const operation = 'consumeMessages';
  if (!handler && !batchHandler)
    throw new InvalidInputError(`${operation}: provide handler or batchHandler.`, { operation });
  if (handler && batchHandler)
    throw new InvalidInputError(`${operation}: handler cannot be combined with batchHandler: provide one of them.`, {
      operation,
    });
  if (extendVisibility && visibilityTimeoutSeconds === 0)
    throw new InvalidInputError(
      `${operation}: extendVisibility: true requires a visibilityTimeoutSeconds above 0 (got 0).`,
      { operation },
    );
};
