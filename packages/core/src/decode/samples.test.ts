import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as ec2 from '@aws-sdk/client-ec2';
import * as sts from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';

import { samplesFolder } from '../__fixtures__/samples-folder.js';
import { encodeXml } from '../testing/wire/encode-xml.js';
import { revive } from '../testing/wire/revive.js';
import { readers } from './__fixtures__/readers.js';

interface Sample {
  readonly operation: string;
  readonly id: string;
  readonly grade?: string;
  readonly output?: object;
}

const samplesOf = (service: string): readonly Sample[] =>
  ['awscli', 'botocore', 'smithy']
    .map((source) => join(samplesFolder, source, `${service}.json`))
    .filter((file) => existsSync(file))
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Sample[])
    .filter(({ grade, output }) => grade === 'clean' && output !== undefined);

describe.each([
  ['ec2', ec2, 'aws.protocols#ec2Query'],
  ['sts', sts, 'aws.protocols#awsQuery'],
] as const)('the published responses of %s', (service, commands, protocol) => {
  const samples = samplesOf(service);
  const title =
    samples.length > 0
      ? `${samples.length} of them`
      : `there is no folder ${samplesFolder}; ARCH_AWS_SAMPLES names another`;

  it.runIf(samples.length > 0)(`are read as the SDK reads them (${title})`, () => {
    for (const { operation: name, output, id } of samples) {
      const schema = (commands as unknown as Record<string, readonly unknown[]>)[`${name}$`];
      if (!schema || schema[5] === 'unit') continue;
      const operation = { serviceId: service, name, schema, protocol, xmlNamespace: 'http://example.com/', input: {} };
      const bytes = Buffer.from(encodeXml(operation, revive(operation, output), 'request'));
      const key = service === 'sts' ? `${name}Result` : undefined;
      expect(readers[service].ours.read(schema[5], bytes, key), id).toEqual(
        readers[service].sdk.read(schema[5], bytes, key),
      );
    }
  });
});
