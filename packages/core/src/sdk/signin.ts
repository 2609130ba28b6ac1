// Takes the place of @aws-sdk/nested-clients/signin in the build.
import { SignInClient, type SignInCommand, type SignInSettings } from '../credentials/sign-in/sign-in-client.js';
import type { SignInRequest } from '../credentials/sign-in/to-sign-in-request.js';

/** A client of AWS Sign-In, which `aws login` uses. */
export class SigninClient extends SignInClient {
  constructor(settings?: SignInSettings) {
    super({ serviceId: 'Signin', host: 'signin' }, settings);
  }
}

/** The output of `CreateOAuth2Token`. */
export interface CreateOAuth2TokenOutput {
  readonly tokenOutput: object;
}

/** https://docs.aws.amazon.com/signin/latest/APIReference/API_CreateOAuth2Token.html */
export class CreateOAuth2TokenCommand implements SignInCommand<CreateOAuth2TokenOutput> {
  readonly name = 'CreateOAuth2Token';
  readonly request: SignInRequest;
  readonly select = (body: object): CreateOAuth2TokenOutput => ({ tokenOutput: body });

  constructor({ tokenInput }: { readonly tokenInput: object }) {
    this.request = { method: 'POST', path: '/v1/token', body: tokenInput };
  }
}
