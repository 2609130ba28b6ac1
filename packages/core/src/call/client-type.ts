/** A client class of the AWS SDK, e.g. `EC2Client`. */
export interface ClientType<Client> {
  // The configuration types of the SDK differ by service. A session sets only members that all of them have.
  new (configuration: never): Client;
}

/** The part of an SDK client that a session uses. */
export interface SdkClient {
  readonly config: {
    readonly serviceId: string;
    readonly protocol: { getShapeId(): string };
    readonly protocolSettings?: { readonly xmlNamespace?: string; readonly defaultNamespace?: string };
  };
  readonly middlewareStack: {
    add(middleware: unknown, options: unknown): void;
    addRelativeTo(middleware: unknown, options: object): void;
  };
  send(command: unknown, options?: unknown): Promise<unknown>;
  destroy(): void;
}
