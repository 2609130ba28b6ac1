// Takes the place of @aws-sdk/nested-clients/sso-oidc in the build.
import { SignInClient, type SignInCommand, type SignInSettings } from '../credentials/sign-in/sign-in-client.js';
import type { SignInRequest } from '../credentials/sign-in/to-sign-in-request.js';

/** A client of the OIDC service of IAM Identity Center. */
export class SSOOIDCClient extends SignInClient {
  constructor(settings?: SignInSettings) {
    super({ serviceId: 'SSO OIDC', host: 'oidc' }, settings);
  }
}

/** https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html */
export class CreateTokenCommand implements SignInCommand<object> {
  readonly name = 'CreateToken';
  readonly request: SignInRequest;
  readonly select = (body: object): object => body;

  constructor(input: object) {
    this.request = { method: 'POST', path: '/token', body: input };
  }
}
