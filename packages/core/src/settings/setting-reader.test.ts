import { describe, expect, it } from 'vitest';

import { type Scene, sent } from './__fixtures__/sent-requests.js';

const errorOf = async (scene: Scene): Promise<string | undefined> => (await sent(scene)).error;

describe('a value that is not valid', () => {
  it.each([
    ['AWS_REGION', 'eu-west-1 ', 'a region name such as eu-west-1 (got "eu-west-1 ")'],
    ['AWS_REGION', 'eu-west-1\r\nx: y', 'a region name such as eu-west-1 (got "eu-west-1\\r\\nx: y")'],
    ['AWS_MAX_ATTEMPTS', '3x', 'a whole number of at least 1 (got "3x")'],
    ['AWS_MAX_ATTEMPTS', '0', 'a whole number of at least 1 (got "0")'],
    ['AWS_USE_FIPS_ENDPOINT', '1', 'true or false (got "1")'],
    ['AWS_USE_FIPS_ENDPOINT', 'constructor', 'true or false (got "constructor")'],
    ['AWS_ENDPOINT_URL', 'localhost:4566', 'a URL such as http://127.0.0.1:4566 (got "localhost:4566")'],
    ['AWS_ENDPOINT_URL_EC2', 'http://', 'a URL such as http://127.0.0.1:4566 (got "http://")'],
    ['AWS_ENDPOINT_URL', 'http://x:1\n', 'a URL such as http://127.0.0.1:4566 (got "http://x:1\\n")'],
    ['AWS_ENDPOINT_URL', 'ftp://user:marker@x', 'a URL such as http://127.0.0.1:4566 (got "ftp://…@x")'],
    ['AWS_RETRY_MODE', 'fast', 'standard or adaptive or legacy (got "fast")'],
  ])('in the environment is an error that names the variable: %s=%o', async (name, value, problem) => {
    expect(await errorOf({ environment: { [name]: value } })).toBe(
      `InvalidInputError: The environment variable ${name} must be ${problem}.`,
    );
  });

  it('in a profile is an error that names the key, the profile and the file', async () => {
    const files = {
      '.aws/config': '[profile odd]\nregion = eu west\nmax_attempts = 1\n',
      'own/credentials': '[default]\nendpoint_url = localhost\n',
    };
    expect(await errorOf({ files, session: { profile: 'odd' } })).toBe(
      'InvalidInputError: region of profile odd in ~/.aws/config must be a region name such as eu-west-1 (got "eu west").',
    );
    const environment = { AWS_SHARED_CREDENTIALS_FILE: '%home%/own/credentials' };
    expect(await errorOf({ environment, files })).toMatch(
      /^InvalidInputError: endpoint_url of profile default in \/.+\/own\/credentials must be a URL such as .+ \(got "localhost"\)\.$/,
    );
    const section = '[default]\nservices = local\n[services local]\nec2 =\n  endpoint_url = localhost:1\n';
    expect(await errorOf({ files: { '.aws/config': section } })).toMatch(
      /^InvalidInputError: endpoint_url of ec2 in \[services local\] of ~\/\.aws\/config must be a URL/,
    );
  });
});

const credentials = { accessKeyId: 'AKIDSESSION', secretAccessKey: 'not-a-secret' };

describe('a setting', () => {
  const files = {
    '.aws/config': '[profile local]\nregion = eu-north-1\nmax_attempts = 1\nendpoint_url = http://127.0.0.1:1\n',
    '.aws/credentials': '[local]\nregion = sa-east-1\n',
  };
  const environment = { AWS_ENDPOINT_URL: 'http://127.0.0.1:2', AWS_MAX_ATTEMPTS: '2', AWS_REGION: 'eu-west-2' };

  it('comes from the profile that the program has chosen before the environment', async () => {
    const expected = { origin: 'http://127.0.0.1:1', attempts: 1, region: 'eu-north-1' };
    expect(await sent({ environment, files, session: { profile: 'local', credentials } })).toMatchObject(expected);
  });

  it('comes from the environment before the profile of AWS_PROFILE', async () => {
    const { origin, attempts, region } = await sent({
      environment: { ...environment, AWS_PROFILE: 'local' },
      files,
      session: { credentials },
    });
    expect([origin, attempts, region]).toEqual(['http://127.0.0.1:2', 2, 'eu-west-2']);
  });

  it('comes from the options before all others', async () => {
    const session = { endpoint: 'http://127.0.0.1:3', maxAttempts: 3, region: 'eu-west-3' };
    expect(await sent({ environment, session })).toMatchObject({
      origin: session.endpoint,
      attempts: 3,
      region: 'eu-west-3',
    });
  });
});
