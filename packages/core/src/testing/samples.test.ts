import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as ec2 from '@aws-sdk/client-ec2';
import * as iam from '@aws-sdk/client-iam';
import * as sts from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';

import { samplesFolder } from '../__fixtures__/samples-folder.js';
import { clientOver } from './__fixtures__/client-over.js';
import { AnswerBook } from './answer-book.js';
import { FakeClock } from './fake-clock.js';
import { FakeTransport } from './fake-transport.js';
import { revive } from './wire/revive.js';

interface Sample {
  readonly service: string;
  readonly operation: string;
  readonly id: string;
  readonly grade?: string;
  readonly output: object;
}

type Send = { send(command: unknown): Promise<Record<string, unknown>> };
type Commands = Readonly<Record<string, new (input: object) => { readonly schema: readonly unknown[] }>>;

const present = existsSync(samplesFolder);

const samplesOf = (service: string): readonly Sample[] =>
  ['awscli', 'botocore', 'smithy', 'awsdocs']
    .map((source) => join(samplesFolder, source, `${service}.json`))
    .filter((file) => existsSync(file))
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Sample[])
    .filter(({ grade, output }) => grade === 'clean' && output !== undefined);

const reason = (count: number): string =>
  count > 0
    ? `${count} of them`
    : present
      ? 'none is published'
      : `no folder ${samplesFolder}; ARCH_AWS_SAMPLES names another`;

describe.each([
  ['ec2', ec2.EC2Client, ec2],
  ['iam', iam.IAMClient, iam],
  ['sts', sts.STSClient, sts],
])('the published responses of %s', (service, type, commands) => {
  const samples = samplesOf(service);

  it.runIf(samples.length > 0)(
    `arrive through the SDK as they were published (${reason(samples.length)})`,
    async () => {
      const answers = new AnswerBook();
      const client = clientOver(new FakeTransport(answers, new FakeClock()), type as never) as Send;
      for (const { operation: name, output, id } of samples) {
        answers.once(name, output);
        const Command =
          (commands as unknown as Commands)[`${name}Command`] ?? expect.fail(`the SDK has no ${name}Command`);
        // EC2 signs the copy of a snapshot for the region of its source.
        const command = new Command({ SourceRegion: 'eu-west-1' });
        const { $metadata: _, ...received } = await client.send(command);
        const operation = {
          serviceId: '',
          name,
          schema: command.schema,
          input: {},
          protocol: '',
          xmlNamespace: undefined,
        };
        expect(received, id).toEqual(revive(operation, output));
      }
    },
    60_000,
  );
});
