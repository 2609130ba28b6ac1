import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emulatorEnvironment } from './emulator-environment.js';

describe('emulatorEnvironment', () => {
  it('leads Lambda functions to the Node of this process', () => {
    const path = `/opt/node/bin${delimiter}/usr/bin`;
    expect(emulatorEnvironment({ PATH: '/usr/bin' }, {}, '/opt/node/bin/node')).toEqual({ PATH: path });
    expect(emulatorEnvironment({ Path: '/usr/bin' }, {}, '/opt/node/bin/node')).toEqual({ PATH: path });
    expect(emulatorEnvironment({}, {}, '/opt/node/bin/node')).toEqual({ PATH: '/opt/node/bin' });
  });

  it('passes on what programs need, however it is written', () => {
    const needed = { HOME: '/home/ada', LC_ALL: 'C', SystemRoot: 'C:\\Windows', https_proxy: 'http://proxy:3128' };
    expect(emulatorEnvironment(needed, {})).toMatchObject(needed);
  });

  it.each(['AWS_PROFILE', 'DATABASE_URL', 'NODE_OPTIONS', 'SERVICES', 'LAMBDA_EXECUTOR', 'MOTO_PORT', 'MY_HOME'])(
    'keeps %s of the caller out',
    (name) => {
      expect(emulatorEnvironment({ [name]: 'anything' }, {})).not.toHaveProperty(name);
    },
  );

  it('lets the local AWS have the last word', () => {
    expect(
      emulatorEnvironment({ HTTP_PROXY: 'http://proxy' }, { HTTP_PROXY: '', AWS_REGION: 'eu-west-1' }),
    ).toMatchObject({
      HTTP_PROXY: '',
      AWS_REGION: 'eu-west-1',
    });
  });
});
