import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { describeInstance, instancesOf, listInstances, runInstance } from '../__fixtures__/instances.js';
import { ArchError } from '../errors/arch-error.js';
import { awsError, fakeAws, fault, type FaultName } from '../testing/index.js';

const afterThree = 'after 3 attempts';

/** The error of a call if every response has the same fault. */
const failing = async (name: FaultName): Promise<{ error: ArchError; requests: number }> => {
  await using aws = fakeAws();
  aws.on('DescribeInstances', fault(name));
  const error: unknown = await describeInstance('i-1', { session: aws.session }).catch((failure: unknown) => failure);
  if (!(error instanceof ArchError)) throw new TypeError(`not translated: ${String(error)}`);
  return { error, requests: aws.requests.length };
};

describe('a faulty response', () => {
  it.each([
    ['throttle', 'ThrottledError', 3, `still throttled ${afterThree}`],
    ['500', 'ServiceError', 3, 'AWS returned a server error. AWS says: An internal error has occurred.'],
    ['503', 'ServiceError', 3, 'AWS says: The service is temporarily unable to handle the request.'],
    ['reset', 'ConnectionError', 3, `no response from AWS, ${afterThree}: read ECONNRESET.`],
    ['refused', 'ConnectionError', 3, `${afterThree}: connect ECONNREFUSED ec2.us-east-1.amazonaws.com.`],
    ['unknown-host', 'ConnectionError', 3, `${afterThree}: getaddrinfo ENOTFOUND ec2.us-east-1.amazonaws.com.`],
    ['empty', 'UnexpectedResponseError', 3, 'the response is empty (HTTP status 200, text/xml, 0 bytes) (request 0'],
    ['garbage', 'UnexpectedResponseError', 3, 'the response is not an XML document (HTTP status 200'],
    ['html-502', 'ServiceError', 3, 'the response is not an AWS error (HTTP status 502, text/html'],
    ['truncated', 'ConnectionError', 3, `the connection broke while the response was read, ${afterThree}`],
    ['close-mid-body', 'ConnectionError', 3, 'the connection broke while the response was read'],
    ['wrong-length', 'UnexpectedResponseError', 3, 'the response is truncated, or continues after its document'],
    ['hang', 'DeadlineError', 2, 'not completed within 60000 ms, while waiting for a response, after 2 attempts'],
    [
      'hang-mid-body',
      'DeadlineError',
      2,
      'not completed within 60000 ms, while reading the response, after 2 attempts',
    ],
  ] as const)('%s: is a %s after %i requests', async (name, type, attempts, words) => {
    const { error, requests } = await failing(name);
    expect([error.name, requests, error.attempts]).toEqual([type, attempts, attempts]);
    expect(error.message).toMatch(/^describeInstance: [^\n]+$/);
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/\$response|Deserialization|undefined/);
  });

  it.each([
    'throttle',
    '500',
    '503',
    'reset',
    'refused',
    'unknown-host',
    'empty',
    'html-502',
    'truncated',
    'close-mid-body',
    'hang',
    'hang-mid-body',
  ] as const)('%s: does not fail the call if the next response is good', async (name) => {
    await using aws = fakeAws();
    aws.once('DescribeInstances', fault(name));
    aws.on('DescribeInstances', instancesOf(['i-1']));
    expect((await describeInstance('i-1', { session: aws.session })).state).toBe('running');
    expect(aws.requests).toHaveLength(2);
  });

  it('is never read as an empty list', async () => {
    await using aws = fakeAws();
    for (const name of ['empty', 'truncated', 'html-502', 'garbage'] as const) {
      aws.on('DescribeInstances', fault(name));
      await expect(listInstances({}, { session: aws.session }).toArray()).rejects.toBeInstanceOf(ArchError);
    }
    aws.on('DescribeInstances', {});
    expect(await listInstances({}, { session: aws.session }).toArray()).toEqual([]);
  });
});

describe('an error without a code and a message', () => {
  it('is described by its status and request ID', async () => {
    await using aws = fakeAws({ session: { maxAttempts: 1 } });
    aws.on('RunInstances', awsError('Unknown', 'Unknown', { status: 500 }));
    await expect(runInstance({ imageId: 'ami-1' }, { session: aws.session })).rejects.toMatchObject({
      name: 'ServiceError',
      status: 500,
      outcomeUnknown: true,
      message: expect.stringMatching(
        /^runInstance: AWS returned a server error\. \(HTTP status 500, request [^)]+\) AWS may/,
      ) as string,
    });
  });
});

describe('the error of the last attempt', () => {
  it('is not retried after the call has ended', async () => {
    await using aws = fakeAws({ session: { timeouts: { callMs: 20_000 } } });
    aws.once('DescribeInstances', fault('500'));
    aws.on('DescribeInstances', fault('hang-mid-body'));
    const types: string[] = [];
    const onEvent = ({ type }: { type: string }): void => void types.push(type);
    const error: unknown = await describeInstance('i-1', { session: aws.session, onEvent }).catch(
      (each: unknown) => each,
    );
    for (let turns = 0; turns < 30; turns++) await turn();
    expect(types).toEqual(['call-start', 'attempt', 'retry', 'call-end', 'attempt']);
    expect(error).toMatchObject({
      name: 'DeadlineError',
      message: expect.stringMatching(/find the slow step with onEvent\.$/) as string,
    });
    expect(error).not.toHaveProperty('$response');
    expect(error).not.toHaveProperty('$metadata');
  });

  it('is the cause of the deadline that ends the call', async () => {
    await using aws = fakeAws({ session: { timeouts: { callMs: 20_000 } } });
    aws.once('DescribeInstances', fault('throttle'));
    aws.on('DescribeInstances', fault('hang'));
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'DeadlineError',
      attempts: 2,
      phase: 'waiting for a response',
      cause: { name: 'RequestLimitExceeded' },
    });
    expect(aws.clock.elapsedMs).toBe(20_000);
  });
});
