import { z } from '@arch/core/builder';

/** How Lambda names a function: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html#API_GetFunction_RequestParameters */
const reference =
  /^(?:arn:[\w-]+:lambda:[a-z0-9-]+:)?(?:\d{12}:)?(?:function:)?[\w-]{1,64}(?::(?:\$LATEST(?:\.PUBLISHED)?|[\w-]{1,128}))?$/;

/** The name or ARN of a function, checked; a version or an alias may follow a colon. */
export const functionName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        reference,
        'a name of 1–64 letters, digits, - and _, or an ARN, each with or without :version or :alias at its end',
      ),
    );

/** The name of a function that is to be made, checked. */
export const newFunctionName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[\w-]{1,64}$/, '1–64 letters, digits, - and _'));

/** A version or an alias, checked. */
export const qualifier = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^(?:\$LATEST(?:\.PUBLISHED)?|[\w-]{1,128})$/, 'a version such as 3, an alias, or $LATEST'));
