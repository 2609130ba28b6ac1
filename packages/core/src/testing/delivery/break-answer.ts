import type { FaultName } from '../fault-name.js';
import type { WireAnswer } from '../wire/wire-answer.js';
import type { BodyEnding } from './response-body.js';

/** A response and the event after its last byte. */
export interface Delivery extends WireAnswer {
  readonly ending: BodyEnding;
}

/** The faults in which AWS's response arrives damaged. */
export type AnswerFault = Extract<
  FaultName,
  'empty' | 'garbage' | 'html-502' | 'truncated' | 'close-mid-body' | 'hang-mid-body' | 'wrong-length'
>;

/** Damages a good response. */
export const breakAnswer = (fault: AnswerFault, answer: WireAnswer): Delivery => breaks[fault](answer);

const withBody = (answer: WireAnswer, text: string | Buffer): Delivery => {
  const body = Buffer.from(text as Buffer);
  return { ...answer, headers: { ...answer.headers, 'content-length': String(body.length) }, body, ending: 'end' };
};

const half = ({ body }: WireAnswer): Buffer => body.subarray(0, Math.floor(body.length / 2));

const breaks: Readonly<Record<AnswerFault, (answer: WireAnswer) => Delivery>> = {
  empty: (answer) => withBody(answer, ''),
  garbage: (answer) => withBody(answer, '<<<not { an answer'),
  'html-502': () =>
    withBody(
      { status: 502, headers: { 'content-type': 'text/html' }, body: Buffer.alloc(0) },
      '<html><body><h1>502 Bad Gateway</h1></body></html>',
    ),
  truncated: (answer) => ({ ...answer, body: answer.body.subarray(0, -1), ending: 'break' }),
  'close-mid-body': (answer) => ({ ...answer, body: half(answer), ending: 'break' }),
  'hang-mid-body': (answer) => ({ ...answer, body: half(answer), ending: 'hang' }),
  // Node reads as many bytes as content-length says and treats them as the whole body.
  'wrong-length': (answer) => withBody(answer, half(answer)),
};
