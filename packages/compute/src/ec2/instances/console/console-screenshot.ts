import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { GetConsoleScreenshotResult$ } from '@aws-sdk/client-ec2';

/** What an instance's monitor would show. */
export interface ConsoleScreenshot extends AwsResource {
  readonly instanceId: string;
  /** A picture in JPG format, ready to be written to a file. */
  readonly imageData: Uint8Array;
}

/** Parses the answer of `GetConsoleScreenshot`. */
export const consoleScreenshot = (): Schema<ConsoleScreenshot> =>
  resource<ConsoleScreenshot>(GetConsoleScreenshotResult$, {
    instanceId: z.string(),
    imageData: { type: z.instanceof(Uint8Array), read: toBytes },
  });

/** Copied, because a small Buffer shares its memory with others. */
const toBytes = (base64: unknown): unknown =>
  typeof base64 === 'string' ? new Uint8Array(Buffer.from(base64, 'base64')) : base64;
