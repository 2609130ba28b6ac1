import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { GetConsoleScreenshotResult$ } from '@aws-sdk/client-ec2';

/** A screenshot of the console of an instance. */
export interface ConsoleScreenshot extends AwsResource {
  /** The ID of the instance. */
  readonly instanceId: string;
  /** The image in JPG format, as the contents of a file. */
  readonly imageData: Uint8Array;
}

/** Parses the response of `GetConsoleScreenshot`. */
export const consoleScreenshot = (): Schema<ConsoleScreenshot> =>
  resource<ConsoleScreenshot>(GetConsoleScreenshotResult$, {
    instanceId: z.string(),
    imageData: { type: z.instanceof(Uint8Array), read: toBytes },
  });

/** Copies the bytes, because a small Buffer shares its memory with other Buffers. */
const toBytes = (base64: unknown): unknown =>
  typeof base64 === 'string' ? new Uint8Array(Buffer.from(base64, 'base64')) : base64;
