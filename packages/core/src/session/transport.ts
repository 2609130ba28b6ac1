import type { HttpRequest, HttpResponse } from '@smithy/core/protocols';

/** What carries one attempt over the network: the seam below the SDK that `fakeAws()` replaces. */
export interface Transport {
  handle(
    request: HttpRequest,
    options?: { readonly abortSignal?: AbortSignal },
  ): Promise<{ response: HttpResponse }>;
  /** Closes the sockets. */
  destroy(): void;
}
