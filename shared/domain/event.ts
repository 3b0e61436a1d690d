/** Who handled and who checked it at the bank (经办/复核), where a machine client says so: by name, in the trail by pseudonym. */
export interface Operator {
  readonly handledBy: string;
  readonly checkedBy: string;
}

/** Who acted, as the trail keeps it (R30): no name of a person, so that one can be erased and the chain still verifies. */
export interface Actor {
  readonly sub: string;
  readonly org: string;
  readonly role: string;
  /** For `job:<name>` and `worker:<name>`: the command, import or day that set them to work. */
  readonly causedBy?: string;
  readonly operator?: Operator;
}

/** A resource's kind in the trail, as `GET /v1/audit/verification?kind=` names it. */
export const resourceKinds = [
  'enterprises',
  'inclusions',
  'applications',
  'loans',
  'claims',
  'meetings',
  'institutions',
  'agreements',
  'policies',
  'imports',
  'fund',
  'documents',
  'refreshes',
  'repairs',
  'persons',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/**
 * What happened, before the trail gives it its place: a type and the data that replay needs. The data is plain JSON
 * (no undefined, no dates as objects), so that its canonical form is one.
 */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}
