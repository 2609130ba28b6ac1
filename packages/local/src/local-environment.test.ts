import { expect, it } from 'vitest';
import { localEnvironment } from './local-environment.js';

it('replaces all AWS variables of the caller and keeps the rest', () => {
  const inherited = { PATH: '/bin', AWS_PROFILE: 'production', aws_session_token: 'secret', AWS_REGION: 'eu-west-1' };
  expect(localEnvironment(inherited, { AWS_REGION: 'us-east-1' })).toEqual({ PATH: '/bin', AWS_REGION: 'us-east-1' });
});
