import type { AnswerFunction } from './answer.js';
import type { FakeClock } from './fake-clock.js';

/** The default responses of STS: the caller's identity, and credentials for every role that are valid for one hour. */
export const defaultAnswers = (accountId: string, clock: FakeClock): Readonly<Record<string, AnswerFunction>> => ({
  'STS:GetCallerIdentity': () => ({
    UserId: 'AIDAFAKEAWSFAKEAWSFAK',
    Account: accountId,
    Arn: `arn:aws:iam::${accountId}:user/fake-aws`,
  }),
  'STS:AssumeRole': ({ RoleArn: roleArn, RoleSessionName: name, DurationSeconds: seconds = 3600 }, { attempt }) => ({
    Credentials: {
      AccessKeyId: `ASIAFAKEAWS${String(attempt).padStart(9, '0')}`,
      SecretAccessKey: 'fake',
      SessionToken: 'fake',
      Expiration: new Date(clock.now() + Number(seconds) * 1000),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROAFAKEAWSFAKEAWSFAK:${String(name)}`,
      Arn: `${String(roleArn).replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${String(name)}`,
    },
  }),
});
