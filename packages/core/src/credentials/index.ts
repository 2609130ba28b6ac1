// Loaded as one module when a session first needs credentials: several modules would cut the rest of core into more files.
export { defaultSessionCredentials } from './default-session-credentials.js';
export { providerCredentials } from './provider-credentials.js';
export { repeatWithNew } from './repeat-with-new.js';
export { roleCredentials } from './role-credentials.js';
