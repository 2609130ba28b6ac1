import { z } from '@arch/core/builder';

/** Checks the name or ARN of an event bus. */
export const eventBusName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?=.{1,1600}$)(?:arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:\d{12}:event-bus\/)?[/.\-\w]+$/,
        'the name of an event bus (letters, digits, /, ., - and _) or its ARN',
      ),
    );

/** Whether the name or ARN is that of the default event bus, which every account has. */
export const isDefaultBus = (name = 'default'): boolean => name === 'default' || name.endsWith(':event-bus/default');
