import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { documentedSettings } from './__fixtures__/documented-settings.js';

const { resolve } = createRequire(import.meta.url);
/** Modules in the packages of the SDK that read the environment or a profile. Credentials have rows of their own. */
const modules = [
  resolve('@smithy/core/config'),
  resolve('@aws-sdk/core/client'),
  resolve('@aws-sdk/checksums/flexible-checksums'),
  resolve('@smithy/node-http-handler'),
  createRequire(resolve('@aws-sdk/client-s3')).resolve('@aws-sdk/middleware-sdk-s3/s3'),
];

/** Texts of all modules of the package of a module. */
const texts = (module: string): readonly string[] => {
  const folder = join(module.slice(0, module.indexOf('/dist-')), 'dist-es');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !/browser|native/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
};

/** Names that the SDK uses in other ways: constants, and variables of Lambda and of its own tests. */
const notSettings =
  /^AWS_(?:EXECUTION_ENV|LAMBDA_\w+|PARTITION_SUFFIX|SDK_JS_\w+|DEFAULTS_MODE_\w+|\w+_ENV|BEARER_TOKEN_|EC2_METADATA_TOKEN\w*)$/;

it('documents each variable that the SDK reads', () => {
  const all = modules.flatMap(texts).join('\n');
  const variables = new Set([...all.matchAll(/\bAWS_[A-Z0-9_]{3,}/g)].map(([name]) => name));
  const documented = new Set(documentedSettings().flatMap((setting) => setting.variables));
  expect([...variables].filter((name) => !documented.has(name) && !notSettings.test(name)).sort()).toEqual([]);
  expect(variables.size).toBeGreaterThan(15);
});
