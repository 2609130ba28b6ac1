import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf } from '../__fixtures__/instances.js';
import { createSession } from '../session/create-session.js';
import { AnswerBook } from '../testing/answer-book.js';
import { FakeTransport } from '../testing/fake-transport.js';
import { FakeClock } from '../testing/index.js';
import type { Session } from '../session/session.js';
import { within } from './__fixtures__/sent-requests.js';

const credentials = { accessKeyId: 'AKIDSESSION', secretAccessKey: 'not-a-secret' };

const recording = (): { readonly session: Session; readonly hosts: () => readonly string[] } => {
  const clock = new FakeClock();
  const transport = new FakeTransport(new AnswerBook({ 'EC2:DescribeInstances': instancesOf(['i-1']) }), clock);
  const session = createSession({ credentials, transport, clock });
  return { session, hosts: () => transport.requests.map(({ host }) => host) };
};

describe('the settings of a session', () => {
  it('are read with the first call, once, and anew by the next session', () =>
    within({ environment: { AWS_REGION: 'eu-west-1' } }, async (home) => {
      const first = recording();
      await writeFile(join(home, 'config'), '[default]\nuse_dualstack_endpoint = true\n');
      vi.stubEnv('AWS_CONFIG_FILE', join(home, 'config'));
      await describeInstance('i-1', { session: first.session });
      await writeFile(join(home, 'config'), '[default]\nuse_fips_endpoint = true\n');
      vi.stubEnv('AWS_REGION', 'eu-west-2');
      await describeInstance('i-1', { session: first.session });
      expect(first.hosts()).toEqual(['ec2.eu-west-1.api.aws', 'ec2.eu-west-1.api.aws']);
      const second = recording();
      await describeInstance('i-1', { session: second.session });
      expect(second.hosts()).toEqual(['ec2-fips.eu-west-2.amazonaws.com']);
    }));

  it('are read again by the next call after an error', () =>
    within({ environment: { AWS_REGION: 'eu-west-1', AWS_USE_FIPS_ENDPOINT: 'yes' } }, async () => {
      const { session, hosts } = recording();
      await expect(describeInstance('i-1', { session })).rejects.toThrow(/AWS_USE_FIPS_ENDPOINT must be true or false/);
      vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true');
      await describeInstance('i-1', { session });
      expect(hosts()).toEqual(['ec2-fips.eu-west-1.amazonaws.com']);
    }));

  it('are those of the profile, also with a role', () =>
    within(
      {
        files: {
          '.aws/config':
            '[profile local]\nregion = eu-west-3\nuse_fips_endpoint = true\nservices = local\n' +
            '[services local]\nec2 =\n  endpoint_url = http://127.0.0.1:4566\n',
        },
      },
      async () => {
        const clock = new FakeClock();
        const transport = new FakeTransport(new AnswerBook(), clock);
        const profile = createSession({ profile: 'local', credentials, transport, clock });
        const session = profile.assume({ roleArn: 'arn:aws:iam::123456789012:role/deploy' });
        transport.handle = vi.fn(() => Promise.reject(new Error('not answered')));
        await expect(describeInstance('i-1', { session })).rejects.toThrow();
        const [request] = vi.mocked(transport.handle).mock.calls[0] ?? [];
        expect(request?.hostname).toBe('sts-fips.eu-west-3.amazonaws.com');
      },
    ));
});
