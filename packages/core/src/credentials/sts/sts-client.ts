import { STSClient } from '@aws-sdk/nested-clients/sts';

import { StsProtocol } from './sts-protocol.js';

export { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand } from '@aws-sdk/nested-clients/sts';

/** The SDK's client of STS with a protocol that can do no more than both commands need. */
export class StsClient extends STSClient {
  constructor(configuration: object) {
    super({ ...configuration, protocol: StsProtocol } as never);
  }
}
