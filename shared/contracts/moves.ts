/** The state graphs for the page, which loads no schema: it shows an act if the graph allows its move, and only then. */
export { applicationMoves } from '../domain/application.ts';
export { claimMoves } from '../domain/claim.ts';
export { isEnd, mayMove } from '../domain/graph.ts';
export { importMoves } from '../domain/import.ts';
export { inclusionMoves } from '../domain/inclusion.ts';
export { admissionMoves } from '../domain/institution.ts';
export { meetingMoves } from '../domain/meeting-event.ts';
export { personMoves } from '../domain/person.ts';
export { policyMoves } from '../domain/policy-version.ts';
