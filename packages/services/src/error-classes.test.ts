import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { samplesFolder, translatedError } from '@arch/contract';
import type { Service } from '@arch/core/builder';
import { describe, expect, it } from 'vitest';

import { apiGateway } from './api-gateway/index.js';
import { autoScaling } from './auto-scaling/index.js';
import { ebs } from './ebs/index.js';
import { ec2 } from './ec2/index.js';
import { elasticLoadBalancing } from './elastic-load-balancing/index.js';
import { emr } from './emr/index.js';
import { emrServerless } from './emr-serverless/index.js';
import { eventBridge } from './event-bridge/index.js';
import { glacier } from './glacier/index.js';
import { lambda } from './lambda/index.js';
import { rds } from './rds/index.js';
import { rdsData } from './rds-data/index.js';
import { redshift } from './redshift/index.js';
import { redshiftData } from './redshift-data/index.js';
import { redshiftServerless } from './redshift-serverless/index.js';
import { rekognition } from './rekognition/index.js';
import { s3 } from './s3/index.js';
import { sageMaker } from './sage-maker/index.js';
import { sageMakerRuntime } from './sage-maker-runtime/index.js';
import { sns } from './sns/index.js';
import { sqs } from './sqs/index.js';
import { ssm } from './ssm/index.js';

/** The services that have a table of error codes, by the SDK's name of their client. */
const services: Readonly<Record<string, Service>> = {
  apigatewayv2: apiGateway,
  'auto-scaling': autoScaling,
  ebs,
  ec2,
  'elastic-load-balancing-v2': elasticLoadBalancing,
  emr,
  'emr-serverless': emrServerless,
  eventbridge: eventBridge,
  glacier,
  lambda,
  rds,
  'rds-data': rdsData,
  redshift,
  'redshift-data': redshiftData,
  'redshift-serverless': redshiftServerless,
  rekognition,
  s3,
  sagemaker: sageMaker,
  'sagemaker-runtime': sageMakerRuntime,
  sns,
  sqs,
  ssm,
};

/** One kind of error: the code that AWS sends, the SDK's name if it differs, and the HTTP status. */
interface ErrorKind {
  readonly service: string;
  readonly code: string;
  readonly name: string;
  readonly status: number;
}

const golden = join(import.meta.dirname, 'error-classes.golden.txt');

/** Returns e.g. `rds DBInstanceNotFound/DBInstanceNotFoundFault 404`. */
const lineOf = ({ service, code, name, status }: ErrorKind): string =>
  `  ${service} ${code}${name === code ? '' : `/${name}`} ${status}`;

const kindOf = (line: string): ErrorKind => {
  const [service = '', codes = '', status] = line.trim().split(' ');
  const [code = '', name = code] = codes.split('/');
  return { service, code, name, status: Number(status) };
};

/** The kinds in the golden file. It contains all kinds, also those of sources that are not installed. */
const goldenKinds: readonly ErrorKind[] = existsSync(golden)
  ? readFileSync(golden, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .map(kindOf)
  : [];

/** Returns the kinds of errors in AWS's models, from the installed clients. */
const modelledKinds = async (): Promise<readonly ErrorKind[]> => {
  const kinds: ErrorKind[] = [];
  for (const service of Object.keys(services)) {
    const client = (await import(`@aws-sdk/client-${service}`)) as Record<string, unknown>;
    for (const schema of Object.values(client)) {
      // The SDK's form of an error: [-3, namespace, name, traits, …].
      if (!Array.isArray(schema) || schema[0] !== -3 || !schema[3]) continue;
      const name = schema[2] as string;
      const { awsQueryError, httpError, error } = schema[3] as {
        awsQueryError?: [string, number];
        httpError?: number;
        error?: string;
      };
      const status = awsQueryError?.[1] ?? httpError ?? (error === 'server' ? 500 : 400);
      kinds.push({ service, code: awsQueryError?.[0] ?? name, name, status });
    }
  }
  return kinds;
};

const codesFile = join(samplesFolder, 'catalogue/codes.json');

interface PublishedCode {
  readonly status?: number;
  readonly sdkName?: string;
  readonly sources: readonly string[];
}

/** The kinds of errors in AWS's models and in recordings. Numbers are omitted: they are the status of a response to HEAD. */
const publishedKinds: readonly (ErrorKind & { readonly isRecorded: boolean })[] = existsSync(codesFile)
  ? Object.entries(
      JSON.parse(readFileSync(codesFile, 'utf8')) as Record<string, Record<string, PublishedCode>>,
    ).flatMap(([service, codes]) =>
      Object.entries(codes)
        .filter(([code]) => !/^\d+$/.test(code))
        .map(([code, { status = 400, sdkName = code, sources }]) => ({
          service,
          code,
          name: sdkName,
          status,
          isRecorded: sources.some((source) => source !== 'model'),
        })),
    )
  : [];

const classOf = (kind: ErrorKind): string => translatedError(services[kind.service]?.errors, kind).name;

/** Returns each code of a service once, with the status of its first source. */
const unique = (kinds: readonly ErrorKind[]): readonly ErrorKind[] => [
  ...new Map(kinds.toReversed().map((kind) => [`${kind.service} ${kind.code}`, kind])).values(),
];

/** Returns the text of the golden file: a section for each class, with its codes. */
const toSections = (kinds: readonly ErrorKind[]): string => {
  const byClass = new Map<string, string[]>();
  for (const kind of kinds) {
    const name = classOf(kind);
    byClass.set(name, [...(byClass.get(name) ?? []), lineOf(kind)]);
  }
  return [...byClass]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, lines]) => `${name}: ${lines.length}\n${lines.sort().join('\n')}\n`)
    .join('\n');
};

/** Returns the part of a code that is the same in all services: codes differ only in prefix and suffix. */
const stemOf = ({ code }: ErrorKind): string =>
  code.replace(/^(?:AWS\.SimpleQueueService|KMS)\./, '').replace(/(?:Exception|Fault|Error)$/, '');

describe('the class of an error', () => {
  it('is the one in the golden file, for each code without a message', async () => {
    const kinds = unique([...goldenKinds, ...(await modelledKinds()), ...publishedKinds]);
    await expect(toSections(kinds)).toMatchFileSnapshot(golden);
  });

  it('is the same for the same code of different services', () => {
    const classes = new Map<string, Set<string>>();
    for (const kind of goldenKinds) {
      const stem = stemOf(kind);
      classes.set(stem, (classes.get(stem) ?? new Set()).add(classOf(kind)));
    }
    const different = [...classes].filter(([, names]) => names.size > 1);
    expect(different.map(([stem, names]) => `${stem}: ${[...names].sort().join(', ')}`)).toEqual([]);
  });

  const recorded = publishedKinds.filter(({ isRecorded }) => isRecorded);
  it.skipIf(recorded.length === 0)(
    `is more than ServiceError for 97 of 100 recorded kinds (${recorded.length}${recorded.length > 0 ? '' : `: no folder ${samplesFolder}`})`,
    () => {
      const plain = recorded.filter((kind) => classOf(kind) === 'ServiceError');
      expect(plain.length / recorded.length).toBeLessThan(0.03);
    },
  );
});
