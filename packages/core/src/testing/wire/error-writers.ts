import type { SentOperation } from '../../transport/sent-operation.js';
import type { AwsErrorAnswer } from '../answer.js';
import type { ModelledError } from './modelled-error.js';
import type { Protocol } from './protocol.js';

interface Writing {
  readonly operation: SentOperation;
  readonly error: AwsErrorAnswer;
  readonly model: ModelledError | undefined;
  readonly status: number;
  readonly requestId: string;
}

interface Written {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Writer = (writing: Writing) => Written;

const typeOf = (status: number): string => (status < 500 ? 'Sender' : 'Receiver');

const escape = (text: unknown): string =>
  String(text).replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);

const element = (name: string, text: unknown): string => `<${name}>${escape(text)}</${name}>`;

const queryCode = ({ error, model }: Writing): string => model?.queryCode ?? error.code;

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const errorElements = ({ error }: Writing, code: string): string =>
  element('Code', code) +
  element('Message', error.message) +
  Object.entries(error.members)
    .map(([name, value]) => element(name, value))
    .join('');

const writeEc2: Writer = (writing) => ({
  headers: { 'content-type': 'text/xml;charset=UTF-8' },
  body: `${declaration}<Response><Errors><Error>${errorElements(writing, queryCode(writing))}</Error></Errors>${element('RequestID', writing.requestId)}</Response>`,
});

const writeQuery: Writer = (writing) => ({
  headers: { 'content-type': 'text/xml' },
  body:
    `<ErrorResponse xmlns="${writing.operation.xmlNamespace ?? ''}"><Error>${element('Type', typeOf(writing.status))}${errorElements(writing, queryCode(writing))}</Error>` +
    `${element('RequestId', writing.requestId)}</ErrorResponse>`,
});

const writeRestXml: Writer = (writing) => ({
  headers: { 'content-type': 'application/xml' },
  body: `${declaration}<Error>${errorElements(writing, writing.error.code)}${element('RequestId', writing.requestId)}</Error>`,
});

const writeJson =
  (version: string): Writer =>
  ({ operation, error, model, status }) => ({
    headers: {
      'content-type': `application/x-amz-json-${version}`,
      // Services that formerly used the query protocol still send its codes in addition to the new names.
      ...(model?.queryCode !== undefined && { 'x-amzn-query-error': `${model.queryCode};${typeOf(status)}` }),
    },
    body: JSON.stringify({
      __type: `${String(operation.schema[1])}#${model?.name ?? error.code}`,
      message: error.message,
      ...error.members,
    }),
  });

const writeRestJson: Writer = ({ error }) => ({
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': error.code },
  body: JSON.stringify({ message: error.message, ...error.members }),
});

/** Encodes an error, by protocol. */
export const errorWriters: Readonly<Record<Protocol, Writer>> = {
  ec2Query: writeEc2,
  awsQuery: writeQuery,
  restXml: writeRestXml,
  restJson1: writeRestJson,
  awsJson1_0: writeJson('1.0'),
  awsJson1_1: writeJson('1.1'),
};
