export type { ConsoleOutput } from './console-output.js';
export type { ConsoleScreenshot } from './console-screenshot.js';
export { getConsoleOutput, type GetConsoleOutputInput } from './get-console-output.js';
export { getConsoleScreenshot, type GetConsoleScreenshotInput } from './get-console-screenshot.js';
export { getPasswordData, type GetPasswordDataInput } from './get-password-data.js';
export type { EncryptedPassword, PasswordData } from './password-data.js';
export { sendDiagnosticInterrupt, type SendDiagnosticInterruptInput } from './send-diagnostic-interrupt.js';
export { waitForPasswordData, type WaitForPasswordDataInput } from './wait-for-password-data.js';
