import { Readable } from 'node:stream';

import { type BodyGuard, type BodyWatch, brokenBody, watchIdle } from './body-guard.js';

/** A response body that its consumer reads as a stream. It fails when the call is aborted and after its idle timeout. */
export class StreamedBody extends Readable {
  readonly #source: Readable;
  readonly #guard: BodyGuard;
  readonly #watch: BodyWatch;
  #started = false;

  constructor(source: Readable, guard: BodyGuard) {
    super();
    this.#source = source;
    this.#guard = guard;
    this.#watch = watchIdle(
      () => this.readableLength + source.readableLength,
      guard,
      (error) => this.destroy(error),
    );
    // As with Node's own responses, an error without a listener does not end the process. Readers and pipelines still receive it.
    this.on('error', () => undefined);
    source.once('error', (error) => this.destroy(error)).once('close', () => this.#closed());
    if (source.destroyed) this.#closed();
  }

  override _read(): void {
    if (this.#started) return void this.#source.resume();
    this.#started = true;
    this.#source.on('data', (chunk: Uint8Array) => {
      this.#watch.arrived();
      if (!this.push(chunk)) this.#source.pause();
    });
    this.#source.once('end', () => {
      this.#release();
      this.push(null);
    });
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#release();
    this.#source.on('error', () => undefined).destroy();
    done(error);
  }

  #closed(): void {
    if (!this.#source.readableEnded) this.destroy(this.#source.errored ?? brokenBody());
  }

  #release(): void {
    this.#watch.stop();
    this.#guard.release();
  }
}
