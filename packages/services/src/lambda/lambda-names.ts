import { z } from '@arch/core/builder';

/** A function by its name or ARN, checked. */
export const functionName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?:arn:[\w-]+:lambda:[a-z0-9-]+:\d{12}:function:)?[\w-]{1,64}$/,
        "a function's name, or its ARN without a version: pass the version as qualifier",
      ),
    );

/** How Lambda names a function: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html#API_GetFunction_RequestParameters */
const reference =
  /^(?:arn:[\w-]+:lambda:[a-z0-9-]+:)?(?:\d{12}:)?(?:function:)?[\w-]{1,64}(?::(?:\$LATEST(?:\.PUBLISHED)?|[\w-]{1,128}))?$/;

/** The name or ARN of a function, checked; a version or an alias may follow a colon. */
export const qualifiedFunctionName = (): z.ZodMiniType<string> =>
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

/** The ID of a statement in a function's policy, checked. */
export const statementId = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[\w-]{1,100}$/, '1–100 letters, digits, - and _'));

const pattern = /^arn:([\w-]+):lambda:([a-z0-9-]+):(\d{12}):function:([\w-]{1,64})(?::(\$LATEST|[\w-]{1,128}))?$/;

/** The ARN of a function, or of a version or alias of it, checked. */
export const functionArn = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(pattern, "a function's ARN such as arn:aws:lambda:eu-west-1:123456789012:function:orders"));

/** The parts of a function's ARN. */
export interface FunctionArnParts {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly functionName: string;
  /** A version or an alias. */
  readonly qualifier?: string | undefined;
}

/** Takes the ARN of a function apart; `undefined` where it is none. */
export const functionArnParts = (text: string): FunctionArnParts | undefined => {
  const [, partition, region, accountId, functionName, qualifier] = pattern.exec(text) ?? [];
  if (partition === undefined || region === undefined || accountId === undefined || functionName === undefined)
    return undefined;
  return { partition, region, accountId, functionName, qualifier };
};

/** The function that API Gateway calls: by its ARN, or by Lambda's path with the ARN in it. */
export const functionArnIn = (uri: unknown): string | undefined => {
  if (typeof uri !== 'string') return undefined;
  const arn = /:lambda:path\/[\d-]+\/functions\/([^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;
  return functionArnParts(arn) && arn;
};
