import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { samplesFolder } from '@arch/contract';
import { InvalidInputError } from '@arch/core';
import { describe, expect, it } from 'vitest';

import {
  lambdaEventKind,
  type LambdaEventKind,
  parseAlbEvent,
  parseApiGatewayEvent,
  parseCloudWatchAlarmEvent,
  parseCloudWatchLogsEvent,
  parseCognitoEvent,
  parseCustomResourceEvent,
  parseDynamoDbEvent,
  parseEventBridgeEvent,
  parseFirehoseEvent,
  parseHttpApiAuthorizerEvent,
  parseHttpApiEvent,
  parseKinesisEvent,
  parseRequestAuthorizerEvent,
  parseS3Event,
  parseSnsEvent,
  parseSqsEvent,
  parseTokenAuthorizerEvent,
  parseWebSocketEvent,
} from '../index.js';

const parsers: Readonly<Record<Exclude<LambdaEventKind, 'unknown'>, (event: unknown) => unknown>> = {
  s3: parseS3Event,
  sqs: parseSqsEvent,
  sns: parseSnsEvent,
  'event-bridge': parseEventBridgeEvent,
  'api-gateway': parseApiGatewayEvent,
  'http-api': parseHttpApiEvent,
  alb: parseAlbEvent,
  websocket: parseWebSocketEvent,
  'token-authorizer': parseTokenAuthorizerEvent,
  'request-authorizer': parseRequestAuthorizerEvent,
  'http-api-authorizer': parseHttpApiAuthorizerEvent,
  dynamodb: parseDynamoDbEvent,
  kinesis: parseKinesisEvent,
  firehose: parseFirehoseEvent,
  cognito: parseCognitoEvent,
  'cloudwatch-logs': parseCloudWatchLogsEvent,
  'cloudwatch-alarm': parseCloudWatchAlarmEvent,
  'custom-resource': parseCustomResourceEvent,
};

interface Published {
  readonly id: string;
  readonly output: unknown;
  readonly invalid?: boolean;
}

/** The number of events of each kind in a file. Intentionally invalid events are not counted. */
const files: Readonly<Record<string, Readonly<Partial<Record<LambdaEventKind, number>>>>> = {
  alb: { alb: 7 },
  'apigateway-authorizer': { 'token-authorizer': 2, unknown: 1 },
  'apigateway-v1': { 'api-gateway': 16, 'request-authorizer': 4, unknown: 1 },
  'apigateway-v2': { 'http-api': 15, 'http-api-authorizer': 3, unknown: 3 },
  'apigateway-websocket': { websocket: 4, 'request-authorizer': 1 },
  'cloudformation-custom-resource': { 'custom-resource': 6 },
  'cloudwatch-alarm': { 'cloudwatch-alarm': 2 },
  'cloudwatch-logs': { 'cloudwatch-logs': 3 },
  cognito: { cognito: 27 },
  dynamodb: { dynamodb: 5 },
  eventbridge: { 'event-bridge': 21, unknown: 1 },
  firehose: { firehose: 6 },
  kinesis: { kinesis: 6 },
  'lambda-url': { 'http-api': 10 },
  's3-object-lambda': { unknown: 6 },
  s3: { s3: 12 },
  sns: { sns: 6 },
  sqs: { sqs: 9 },
  'vpc-lattice': { unknown: 3 },
};

const samples = join(samplesFolder, 'events');
const read = (file: string): readonly Published[] =>
  (JSON.parse(readFileSync(join(samples, `${file}.json`), 'utf8')) as Published[]).filter(({ invalid }) => !invalid);

const hint = existsSync(samples) ? 'published' : `there is no folder ${samples}`;

describe(`published events (${hint})`, () => {
  it.runIf(existsSync(samples)).each(Object.entries(files))('of %s are of the kinds %o', async (file, kinds) => {
    const published = read(file);
    const counts: Partial<Record<LambdaEventKind, number>> = {};
    for (const { output } of published) counts[lambdaEventKind(output)] = (counts[lambdaEventKind(output)] ?? 0) + 1;
    expect(counts).toEqual(kinds);
  });

  it.runIf(existsSync(samples)).each(Object.keys(files))('of %s are parsed by their own parser only', async (file) => {
    for (const { id, output } of read(file)) {
      const kind = lambdaEventKind(output);
      for (const [name, parse] of Object.entries(parsers)) {
        // EventBridge and SNS also send alarms.
        if (parse === parseCloudWatchAlarmEvent && name !== kind) continue;
        const parsing = (async () => parse(output))();
        if (name === kind) await expect(parsing, id).resolves.toBeDefined();
        else await expect(parsing, `${id} by ${name}`).rejects.toThrow(InvalidInputError);
      }
    }
  });
});
