import { expect, it } from 'vitest';

import { builderOf, newerCommand } from './sdk-commands.js';

const older = (endpoint: string): string => `import { Command as $Command } from "@smithy/core/client";
export { $Command };
export class DescribeVaultCommand extends $Command
    .classBuilder()
    .ep(${endpoint})
    .m(function (Command, cs, config, o) {
    return [getEndpointPlugin(config, Command.getEndpointParameterInstructions())];
})
    .s("Glacier", "DescribeVault", {})
    .n("GlacierClient", "DescribeVaultCommand")
    .sc(DescribeVault$)
    .build() {
}
`;

it('converts a command of the older form, and writes the builder of its client', () => {
  expect(newerCommand(older('commonParams'))).toContain(
    'export class DescribeVaultCommand extends command(_ep0, _mw0, "DescribeVault", DescribeVault$) {\n}',
  );
  expect(builderOf(older('commonParams'))).toContain(
    'makeBuilder(commonParams, "Glacier", "GlacierClient", getEndpointPlugin)',
  );
});

it('leaves commands of the newer form, and those whose endpoint depends on their input', () => {
  const newer = 'export class ListStepsCommand extends command(_ep0, _mw0, "ListSteps", ListSteps$) {\n}\n';
  for (const source of [newer, older('{ ...commonParams, Bucket: { type: "contextParams", name: "Bucket" } }')]) {
    expect(newerCommand(source)).toBe(source);
    expect(builderOf(source)).toBeUndefined();
  }
});
