import { describe, expect, it } from 'vitest';
import { testKey, testKeyEnv } from './__fixtures__/test-key.js';
import { awsEnvironment } from './aws-environment.js';

const options = { accessKey: testKey, region: 'eu-central-1', inherited: {} };

describe('awsEnvironment', () => {
  it('contains an endpoint for each service, and for all other services that of the first emulator', () => {
    const environment = awsEnvironment({ EC2: 'http://127.0.0.1:1', S3: 'http://127.0.0.1:2' }, options);
    expect(environment).toMatchObject({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_EC2: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:2',
    });
  });

  it('sets the region in the variables of the SDKs and of the CLI', () => {
    expect(awsEnvironment({}, options)).toMatchObject({
      AWS_REGION: 'eu-central-1',
      AWS_DEFAULT_REGION: 'eu-central-1',
    });
  });

  it("disables all sources of the user's credentials", () => {
    const environment = awsEnvironment({}, options);
    expect(environment).toMatchObject({
      ...testKeyEnv,
      AWS_EC2_METADATA_DISABLED: 'true',
    });
    expect(environment['AWS_CONFIG_FILE']).toMatch(/null|nul/);
    expect(environment['AWS_SHARED_CREDENTIALS_FILE']).toBe(environment['AWS_CONFIG_FILE']);
  });

  it.each([
    [{}, '127.0.0.1'],
    [{ NO_PROXY: 'intranet' }, 'intranet,127.0.0.1'],
    [{ no_proxy: 'intranet' }, 'intranet,127.0.0.1'],
  ])('excludes 127.0.0.1 from proxies: %o becomes %s', (inherited, expected) => {
    expect(awsEnvironment({}, { ...options, inherited })).toMatchObject({ NO_PROXY: expected, no_proxy: expected });
  });
});
