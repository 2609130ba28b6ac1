/** The account of all emulators: each emulator must accept ARNs of the others. */
export const accountId = '123456789012';
