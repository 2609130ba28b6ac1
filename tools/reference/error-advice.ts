/** What to do about the errors of each class. A test requires one for every class. */
export const errorAdvice: Readonly<Record<string, string>> = {
  AccessDeniedError:
    'If `statement` is present, add it to a policy of the user or role in `principal`. Otherwise check the points that the message lists: the policy of the resource, service control policies, and the role that the service uses. `decodeAuthorizationMessage(error)` decodes the reason of EC2. `checkPermission` checks a permission before a call.',
  AlreadyExistsError:
    'Use another name, or describe the existing resource and use it. If `outcomeUnknown` is `true`, an earlier attempt of the same call may have created the resource: describe it before you create another one.',
  ArchError:
    'Catch the subclass that you can handle and throw the rest again. Repeat a call only if `retryable` is `true`.',
  CapacityError:
    'Use another Availability Zone or another instance type, or make the call again later. More retries within a few seconds rarely help.',
  ConflictError:
    'Wait until the resource is in a state that allows the call, e.g. with `wait: true` or a `waitFor…` function, or remove what uses the resource. The message contains the state if AWS names it.',
  ConnectionError:
    'Check the network, the proxy, the region and the endpoint. If `outcomeUnknown` is `true`, AWS may have completed the request: check before you repeat the call.',
  CredentialsError:
    'The message names the source of the credentials. Sign in again (`aws sso login`), correct the profile or the environment variables, or correct the clock of this machine.',
  DeadlineError:
    'Check `phase` and `cause`: they say what took the time. Increase the limit that `limit` names only if the operation needs more time. If `outcomeUnknown` is `true`, AWS may have completed the request: check before you repeat the call.',
  FunctionError:
    'Correct the function: `errorType`, `errorMessage` and `remoteStack` are its own error. Pass `logTail: true` to get the end of its log with the error.',
  InvalidInputError:
    'Correct the input: the message names the member, the problem and the accepted values. No request was sent.',
  InvalidRequestError:
    "Correct the input. AWS rejected the value with a rule that this library does not check; the message contains AWS's reason.",
  LocalError: 'Correct the problem of this machine: `code` and `path` say what it is, e.g. `ENOSPC` for a full disk.',
  ModelError:
    'Check the log of the container in CloudWatch Logs (`logStreamArn`), and the format of the payload that the model expects.',
  NotFoundError:
    'Check the ID, the region and the account. `resource` and `id` say what AWS did not find. A resource that was created in another process may need some seconds until AWS returns it.',
  QuotaExceededError: 'Delete resources that are not needed, or request an increase in Service Quotas.',
  ServiceError:
    "Read the message: it contains AWS's code, status and text. If `retryable` is `true`, the same call may succeed later.",
  StatementError:
    'Correct the SQL: `sqlState`, `line` and `position` say where and what. Repeat a statement that was cancelled only if a repetition is safe.',
  ThrottledError:
    'Make fewer calls at the same time, or allow more attempts (`maxAttempts`). Calls on many IDs in the same turn of the event loop share requests.',
  UnexpectedResponseError:
    'Check for a proxy between this machine and AWS, and whether the endpoint supports the operation. For a schema of your own, compare it with the data: the message names the member.',
  WaitError:
    'Read `state` and `reason`: the resource cannot reach the goal any more. Remove the cause, then make the call again or create the resource anew.',
};
