// Takes the place of @aws-sdk/nested-clients/sso in the build.
import { SignInClient, type SignInCommand, type SignInSettings } from '../credentials/sign-in/sign-in-client.js';
import type { SignInRequest } from '../credentials/sign-in/to-sign-in-request.js';

/** The input of `GetRoleCredentials`. */
export interface GetRoleCredentialsInput {
  readonly accountId: string;
  readonly roleName: string;
  readonly accessToken: string;
}

/** A client of the IAM Identity Center portal. */
export class SSOClient extends SignInClient {
  constructor(settings?: SignInSettings) {
    super({ serviceId: 'SSO', host: 'portal.sso' }, settings);
  }
}

/** https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html */
export class GetRoleCredentialsCommand implements SignInCommand<object> {
  readonly name = 'GetRoleCredentials';
  readonly request: SignInRequest;
  readonly select = (body: object): object => body;

  constructor({ accountId, roleName, accessToken }: GetRoleCredentialsInput) {
    this.request = {
      method: 'GET',
      path: '/federation/credentials',
      query: { role_name: roleName, account_id: accountId },
      headers: { 'x-amz-sso_bearer_token': accessToken },
    };
  }
}
