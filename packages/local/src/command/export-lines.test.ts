import { expect, it } from 'vitest';
import { exportLines } from './export-lines.js';

it('quotes the value of every variable for the shell', () => {
  expect(exportLines({ AWS_REGION: 'us-east-1', NO_PROXY: "it's; $HOME" }, {})).toBe(
    `export AWS_REGION='us-east-1'\nexport NO_PROXY='it'\\''s; $HOME'`,
  );
});

it('removes the variables with which requests would be sent to the real AWS', () => {
  const lines = exportLines({ AWS_REGION: 'us-east-1' }, { AWS_PROFILE: 'production', AWS_REGION: 'x', PATH: '/bin' });
  expect(lines).toBe(`unset AWS_PROFILE\nexport AWS_REGION='us-east-1'`);
});
