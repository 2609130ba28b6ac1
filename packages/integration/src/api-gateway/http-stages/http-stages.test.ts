import { AlreadyExistsError, InvalidInputError, NotFoundError, policyFor } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  createHttpStage,
  type CreateHttpStageInput,
  deleteHttpStage,
  describeHttpStage,
  listHttpStages,
  updateHttpStage,
} from './index.js';

const apiId = 'a1b2c3d4e5';
const at = '2026-11-01T10:00:00.000Z';
const stage = {
  AutoDeploy: true,
  CreatedDate: at,
  DefaultRouteSettings: { DetailedMetricsEnabled: false },
  DeploymentId: 'dty748',
  LastDeploymentStatusMessage: "Successfully deployed stage with deployment ID 'dty748'",
  LastUpdatedDate: at,
  RouteSettings: { 'GET /pets': { ThrottlingBurstLimit: 100, ThrottlingRateLimit: 2_000 } },
  StageName: '$default',
  StageVariables: {},
  Tags: {},
};

it('serves an API at its endpoint with automatic deployment by default', async () => {
  await using aws = fakeAws({ answers: { CreateStage: stage } });
  expect(await createHttpStage(apiId, { session: aws.session })).toEqual({
    stageName: '$default',
    autoDeploy: true,
    deploymentId: 'dty748',
    lastDeploymentStatusMessage: "Successfully deployed stage with deployment ID 'dty748'",
    detailedMetricsEnabled: false,
    routeSettings: { 'GET /pets': { throttlingBurstLimit: 100, throttlingRateLimit: 2_000 } },
    stageVariables: {},
    createdDate: new Date(at),
    lastUpdatedDate: new Date(at),
    tags: {},
  });
  expect(aws.requests[0]?.input).toEqual({ ApiId: apiId, StageName: '$default', AutoDeploy: true });
});

it('is created with limits, variables and an access log in the default format', async () => {
  await using aws = fakeAws({ answers: { CreateStage: { StageName: 'v1', CreatedDate: at, LastUpdatedDate: at } } });
  const destinationArn = 'arn:aws:logs:us-east-1:123456789012:log-group:orders';
  const made = await createHttpStage(
    {
      apiId,
      stageName: 'v1',
      deploymentId: 'dty748',
      throttlingRateLimit: 0.5,
      throttlingBurstLimit: 10,
      routeSettings: { 'GET /pets': { throttlingRateLimit: 5, detailedMetricsEnabled: true } },
      stageVariables: { table: 'orders-v1' },
      accessLogSettings: { destinationArn: `${destinationArn}:*` },
      description: 'first',
      tags: { team: 'web' },
    },
    { session: aws.session },
  );
  expect(made).toMatchObject({ autoDeploy: false, routeSettings: {}, stageVariables: {}, tags: {} });
  const { AccessLogSettings, ...rest } = aws.requests[0]!.input as { AccessLogSettings: Record<string, string> };
  expect(rest).toEqual({
    ApiId: apiId,
    StageName: 'v1',
    AutoDeploy: false,
    DeploymentId: 'dty748',
    DefaultRouteSettings: { ThrottlingRateLimit: 0.5, ThrottlingBurstLimit: 10 },
    RouteSettings: { 'GET /pets': { ThrottlingRateLimit: 5, DetailedMetricsEnabled: true } },
    StageVariables: { table: 'orders-v1' },
    Description: 'first',
    Tags: { team: 'web' },
  });
  expect(AccessLogSettings['DestinationArn']).toBe(destinationArn);
  expect(JSON.parse(AccessLogSettings['Format']!)).toMatchObject({ requestId: '$context.requestId' });
});

it('requires the permissions to deliver logs', () => {
  expect(JSON.stringify(policyFor(createHttpStage.with('accessLogSettings')))).toContain('logs:CreateLogDelivery');
});

it('is changed only in the settings of the input', async () => {
  await using aws = fakeAws({ answers: { UpdateStage: stage } });
  const format = '$context.requestId $context.status';
  const accessLogSettings = { destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:orders', format };
  const named = { apiId, stageName: '$default', detailedMetricsEnabled: true, autoDeploy: false, accessLogSettings };
  await updateHttpStage(named, { session: aws.session });
  expect(aws.requests[0]?.input).toEqual({
    ApiId: apiId,
    StageName: '$default',
    AutoDeploy: false,
    DefaultRouteSettings: { DetailedMetricsEnabled: true },
    AccessLogSettings: { DestinationArn: accessLogSettings.destinationArn, Format: format },
  });
});

it('can be described, listed from several pages and deleted, already exist, or be unknown', async () => {
  await using aws = fakeAws({ answers: { GetStage: stage, DeleteStage: {} } });
  aws.once('GetStages', { Items: [stage], NextToken: 'more' });
  aws.once('GetStages', { Items: [{ ...stage, StageName: 'v1' }] });
  const options = { session: aws.session };
  const { stageName } = await describeHttpStage({ apiId, stageName: '$default' }, options);
  expect((await listHttpStages({ apiId }, options).toArray()).map((each) => each.stageName)).toEqual([
    '$default',
    'v1',
  ]);
  await deleteHttpStage({ apiId, stageName }, options);
  expect(aws.requests.at(-1)?.input).toEqual({ ApiId: apiId, StageName: '$default' });
  aws.on('CreateStage', awsError('ConflictException', 'Stage already exists', { status: 409 }));
  await expect(createHttpStage(apiId, options)).rejects.toThrow(AlreadyExistsError);
  aws.on('GetStage', awsError('NotFoundException', 'Unable to find Stage', { status: 404 }));
  const absent = describeHttpStage({ apiId, stageName: 'v2' }, options);
  await expect(absent).rejects.toThrow(NotFoundError);
  await expect(absent).rejects.toThrow('stage v2 does not exist in this account and region');
});

it.each<[string, Partial<CreateHttpStageInput>, RegExp]>([
  ['a name with a dot', { stageName: 'v1.0' }, /\$default, or 1–128 letters/],
  [
    'a deployment and automatic deployment',
    { autoDeploy: true, deploymentId: 'dty748' },
    /deploymentId must be omitted if autoDeploy is true \(got "dty748"\)/,
  ],
  ['a fractional burst limit', { throttlingBurstLimit: 0.5 }, /throttlingBurstLimit/],
  ['a negative rate', { throttlingRateLimit: -1 }, /at least 0/],
  ['limits with an invalid route key', { routeSettings: { '/pets': {} } }, /must be a method \(or ANY\) and a path/],
  ['a variable with a space', { stageVariables: { table: 'my orders' } }, /letters, digits and -/],
  ['a bucket as the log destination', { accessLogSettings: { destinationArn: 'arn:aws:s3:::logs' } }, /an ARN/],
  [
    'a format without the request ID',
    {
      accessLogSettings: { destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:a', format: '$context.path' },
    },
    /one line that contains \$context\.requestId/,
  ],
])('rejects %s before anything is sent', async (_what, wrong, message) => {
  await using aws = fakeAws();
  const call = createHttpStage({ apiId, ...wrong }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
