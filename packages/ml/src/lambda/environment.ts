import { secret, z } from '@arch/core/builder';

type Environment = Readonly<Record<string, string>>;

/**
 * The variables that Lambda reserves. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
const reserved = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
]);
const maxBytes = 4_096;

/** Checks environment variables as a whole, because a message about one variable could quote a secret. */
export const environment = (): z.ZodMiniType<Environment> =>
  secret(
    z
      .custom<Environment>(
        (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && hasTexts(value),
        'an object whose values are strings',
      )
      .check(
        z.refine(
          (variables) => Object.keys(variables).every((name) => /^[A-Za-z]\w+$/.test(name)),
          'names of at least 2 letters, digits and _ that begin with a letter',
        ),
        z.refine(
          (variables) => !Object.keys(variables).some((name) => reserved.has(name)),
          'no name that Lambda reserves, such as AWS_REGION or AWS_ACCESS_KEY_ID',
        ),
        z.refine(
          (variables) => Buffer.byteLength(JSON.stringify(variables)) <= maxBytes,
          'an object of at most 4 KB: put larger values into Parameter Store or S3',
        ),
      ),
  );

const hasTexts = (value: object): boolean => Object.values(value).every((each) => typeof each === 'string');
