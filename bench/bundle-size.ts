import { build } from 'esbuild';

import { report } from './figure.ts';

/** Bytes of everything that a bundle of this program consists of, minified, lazily loaded parts included. */
const kilobytes = async (contents: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    target: 'node22',
    mainFields: ['module', 'main'],
  });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + bytes.byteLength, 0) / 1_024;
};

const ours = await kilobytes(
  "import { describeInstance } from '@arch/compute'; console.log(await describeInstance('i-0123456789abcdef0'));",
);
const theirs = await kilobytes(
  "import { EC2Client, DescribeInstancesCommand } from '@aws-sdk/client-ec2'; console.log(await new EC2Client({}).send(new DescribeInstancesCommand({})));",
);
report({
  name: 'describeInstance bundled, minified, everything included',
  ours: `${ours.toFixed(0)} KB`,
  theirs: `${theirs.toFixed(0)} KB`,
  value: ours,
  limit: 450,
  aim: 320,
  unit: ' KB',
});
