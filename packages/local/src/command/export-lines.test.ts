import { expect, it } from 'vitest';
import { exportLines } from './export-lines.js';

it('exports every variable in a form that a shell reads back', () => {
  expect(exportLines({ AWS_REGION: 'us-east-1', NO_PROXY: "it's; $HOME" }, {})).toBe(
    `export AWS_REGION='us-east-1'\nexport NO_PROXY='it'\\''s; $HOME'`,
  );
});

it('takes away the variables that would lead to the real AWS', () => {
  const lines = exportLines({ AWS_REGION: 'us-east-1' }, { AWS_PROFILE: 'production', AWS_REGION: 'x', PATH: '/bin' });
  expect(lines).toBe(`unset AWS_PROFILE\nexport AWS_REGION='us-east-1'`);
});
