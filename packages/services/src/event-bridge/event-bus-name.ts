import { z } from '@arch/core/builder';

/** The name or ARN of an event bus, checked. */
export const eventBusName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?=.{1,1600}$)(?:arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:\d{12}:event-bus\/)?[/.\-\w]+$/,
        "an event bus's name or ARN: letters, digits, /, ., - and _",
      ),
    );

/** Whether it is the bus that every account has. */
export const isDefaultBus = (name = 'default'): boolean => name === 'default' || name.endsWith(':event-bus/default');
