/** What each refusal says as facts: data without a schema, which the page loads to show each by its kind. */
export {
  type Defect,
  type FactKind,
  type FactName,
  type FactValues,
  type RefusalCode,
  reasonFacts,
  refusalFacts,
} from '../domain/refusal-facts.ts';
