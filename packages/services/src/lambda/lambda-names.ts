import { z } from '@arch/core/builder';

/** Checks the name or ARN of a function, without a version or alias. */
export const functionName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?:arn:[\w-]+:lambda:[a-z0-9-]+:\d{12}:function:)?[\w-]{1,64}$/,
        'the name of a function, or its ARN without a version: pass the version as qualifier',
      ),
    );

/** The formats that Lambda accepts: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html#API_GetFunction_RequestParameters */
const reference =
  /^(?:arn:[\w-]+:lambda:[a-z0-9-]+:)?(?:\d{12}:)?(?:function:)?[\w-]{1,64}(?::(?:\$LATEST(?:\.PUBLISHED)?|[\w-]{1,128}))?$/;

/** Checks the name or ARN of a function. A colon and a version or alias may follow it. */
export const qualifiedFunctionName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(reference, 'a name of 1–64 letters, digits, - and _, or an ARN; either may end with :version or :alias'),
    );

/** Checks the name of a new function. */
export const newFunctionName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[\w-]{1,64}$/, '1–64 letters, digits, - and _'));

/** Checks a version or an alias. */
export const qualifier = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^(?:\$LATEST(?:\.PUBLISHED)?|[\w-]{1,128})$/, 'a version such as 3, an alias, or $LATEST'));

/** Checks the ID of a statement in a function's policy. */
export const statementId = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[\w-]{1,100}$/, '1–100 letters, digits, - and _'));

const functionArnPattern =
  /^arn:([\w-]+):lambda:([a-z0-9-]+):(\d{12}):function:([\w-]{1,64})(?::(\$LATEST|[\w-]{1,128}))?$/;

/** Checks the ARN of a function, of a version or of an alias. */
export const functionArn = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(functionArnPattern, 'the ARN of a function, e.g. arn:aws:lambda:eu-west-1:123456789012:function:orders'),
    );

/** The parts of a function's ARN. */
export interface FunctionArnParts {
  /** The partition, e.g. `aws`. */
  readonly partition: string;
  /** The region, e.g. `eu-west-1`. */
  readonly region: string;
  /** The ID of the AWS account, 12 digits. */
  readonly accountId: string;
  /** The name of the function. */
  readonly functionName: string;
  /** The version or the alias. Absent if the ARN contains neither. */
  readonly qualifier?: string | undefined;
}

/** Splits the ARN of a function into its parts. Returns `undefined` for other text. */
export const functionArnParts = (text: string): FunctionArnParts | undefined => {
  const [, partition, region, accountId, functionName, qualifier] = functionArnPattern.exec(text) ?? [];
  if (partition === undefined || region === undefined || accountId === undefined || functionName === undefined)
    return undefined;
  return { partition, region, accountId, functionName, qualifier };
};

/** Returns the ARN of the function that an integration of API Gateway calls. The URI is the ARN itself, or Lambda's path that contains it. */
export const functionArnIn = (uri: unknown): string | undefined => {
  if (typeof uri !== 'string') return undefined;
  const arn = /:lambda:path\/[\d-]+\/functions\/([^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;
  return functionArnParts(arn) && arn;
};
