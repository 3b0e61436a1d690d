/** What each refusal says as facts: data without a schema, which the page loads to show each by its kind. */
export * from '../domain/refusal-facts.ts';
