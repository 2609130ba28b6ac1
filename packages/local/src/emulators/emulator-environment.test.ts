import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emulatorEnvironment } from './emulator-environment.js';

describe('emulatorEnvironment', () => {
  it('has the Node of this process first on its PATH, for Lambda functions', () => {
    const path = `/opt/node/bin${delimiter}/usr/bin`;
    expect(emulatorEnvironment({ PATH: '/usr/bin' }, {}, '/opt/node/bin/node')).toEqual({ PATH: path });
    expect(emulatorEnvironment({ Path: '/usr/bin' }, {}, '/opt/node/bin/node')).toEqual({ PATH: path });
    expect(emulatorEnvironment({}, {}, '/opt/node/bin/node')).toEqual({ PATH: '/opt/node/bin' });
  });

  it('contains the variables that programs need, in upper or lower case', () => {
    const needed = { HOME: '/home/ada', LC_ALL: 'C', SystemRoot: 'C:\\Windows', https_proxy: 'http://proxy:3128' };
    expect(emulatorEnvironment(needed, {})).toMatchObject(needed);
  });

  it.each(['AWS_PROFILE', 'DATABASE_URL', 'NODE_OPTIONS', 'SERVICES', 'LAMBDA_EXECUTOR', 'MOTO_PORT', 'MY_HOME'])(
    'does not contain %s of the caller',
    (name) => {
      expect(emulatorEnvironment({ [name]: 'anything' }, {})).not.toHaveProperty(name);
    },
  );

  it('contains the variables of the local AWS in place of inherited ones', () => {
    expect(
      emulatorEnvironment({ HTTP_PROXY: 'http://proxy' }, { HTTP_PROXY: '', AWS_REGION: 'eu-west-1' }),
    ).toMatchObject({
      HTTP_PROXY: '',
      AWS_REGION: 'eu-west-1',
    });
  });
});
