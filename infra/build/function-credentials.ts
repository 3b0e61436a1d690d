/**
 * Stands in for `@aws-sdk/credential-provider-node` in the functions' bundles (bundle.ts): Lambda puts the credentials of
 * a function's role into its environment, and the providers that ask files, processes, SSO and metadata services are never
 * reached. They are a quarter of a bundle, and two fifths of the time that its import takes (decision 0022).
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
