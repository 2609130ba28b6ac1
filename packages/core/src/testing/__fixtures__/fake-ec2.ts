import { EC2Client } from '@aws-sdk/client-ec2';

import { AnswerBook } from '../answer-book.js';
import { FakeClock } from '../fake-clock.js';
import { FakeTransport } from '../fake-transport.js';
import { clientOver } from './client-over.js';

/** An EC2 client over a fake transport, with the transport's parts. */
export const fakeEc2 = (): { answers: AnswerBook; clock: FakeClock; transport: FakeTransport; client: EC2Client } => {
  const answers = new AnswerBook();
  const clock = new FakeClock();
  const transport = new FakeTransport(answers, clock);
  return { answers, clock, transport, client: clientOver(transport, EC2Client) };
};
