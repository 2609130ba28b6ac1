import { awsWith, type LayerSamples, type Subject } from './layer.js';

/** Returns the AWS operation that a call sends first. */
export const firstOperation = async (subject: Subject, samples: LayerSamples): Promise<string> =>
  (await sentBy(subject, samples))[0]!;

/**
 * Returns the AWS operations that a successful call sends, as the samples name them: with the service, `Glacier:ListParts`, if several services
 * have the operation. Makes the call only once.
 */
export const sentBy = (subject: Subject, samples: LayerSamples): Promise<readonly string[]> => {
  const known = sent.get(subject) ?? findSent(subject, samples);
  sent.set(subject, known);
  return known;
};
const sent = new WeakMap<Subject, Promise<readonly string[]>>();

const findSent = async (subject: Subject, samples: LayerSamples): Promise<readonly string[]> => {
  await using aws = awsWith(samples);
  await subject.call(subject.input, { session: aws.session });
  return aws.requests.map(({ service, operation }) => {
    const qualified = `${service}:${operation}`;
    return qualified in samples.answers ? qualified : operation;
  });
};
