/** The facts in AWS's message about a denial. */
export interface Denial {
  readonly principal?: string | undefined;
  readonly action?: string | undefined;
  readonly resource?: string | undefined;
  readonly reason?: string | undefined;
  /** Whether a policy statement denies the action explicitly: a statement that allows it then has no effect. */
  readonly explicit: boolean;
  readonly encodedMessage?: string | undefined;
}

const encodedMark = 'Encoded authorization failure message: ';

/**
 * Reads `User: <arn> is not authorized to perform: <action> on resource: <arn> because …`, the message of most services, and EC2's encoded
 * message after it. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const readDenial = (message: string): Denial => {
  const encodedAt = message.indexOf(encodedMark);
  const text = (encodedAt < 0 ? message : message.slice(0, encodedAt)).trim();
  const action = after(text, 'not authorized to perform: ')?.split(/[\s,]/, 1)[0]?.replace(/\.$/, '');
  const deny = /\bexplicit deny\b.*/.exec(text)?.[0];
  return {
    principal: after(text, 'User: ')?.split(' ', 1)[0],
    action,
    resource: after(text, 'on resource: ')?.split(' ', 1)[0]?.replace(/\.$/, ''),
    // The text after "because". A message in another form is the reason as a whole.
    reason: deny ? `an ${deny}` : (after(text, ' because ') ?? (action ? undefined : text || undefined)),
    explicit: deny !== undefined,
    encodedMessage:
      encodedAt < 0
        ? undefined
        : message
            .slice(encodedAt + encodedMark.length)
            .trim()
            .split(/\s/, 1)[0],
  };
};

const after = (text: string, mark: string): string | undefined => {
  const at = text.indexOf(mark);
  return at < 0 ? undefined : text.slice(at + mark.length);
};
