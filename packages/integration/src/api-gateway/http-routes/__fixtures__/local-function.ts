import { crc32 } from 'node:zlib';

import { CreateFunctionCommand, DeleteFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** A function on the local AWS, deleted at the end of its scope. */
export interface LocalFunction extends AsyncDisposable {
  readonly functionName: string;
  readonly functionArn: string;
}

/** Creates a function from the body of its handler, which can use `event`. */
export const localFunction = async (functionName: string, body: string): Promise<LocalFunction> => {
  const client = new LambdaClient({});
  const { FunctionArn: functionArn = '' } = await client.send(
    new CreateFunctionCommand({
      FunctionName: functionName,
      Role: 'arn:aws:iam::123456789012:role/local',
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Code: { ZipFile: zipOf('index.mjs', `export const handler = async (event) => { ${body} };`) },
    }),
  );
  return {
    functionName,
    functionArn,
    [Symbol.asyncDispose]: async () => {
      await client.send(new DeleteFunctionCommand({ FunctionName: functionName }));
      client.destroy();
    },
  };
};

/** A ZIP archive with one uncompressed file. */
const zipOf = (name: string, text: string): Uint8Array => {
  const content = Buffer.from(text);
  const file = Buffer.from(name);
  // The common part of both headers of a file: version 2.0, no flags, stored, 1 January 1980, checksum, sizes, length of the name.
  const shared = Buffer.alloc(26);
  [20, 0, 0, 0, 33].forEach((value, index) => shared.writeUInt16LE(value, index * 2));
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(content.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, file, content]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, Buffer.alloc(14), file]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
};
