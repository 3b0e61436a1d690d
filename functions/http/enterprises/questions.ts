import { listEligibilityQuestions as route } from '../../../shared/contracts/routes/enterprises.ts';
import { listQuestions, questionsView } from '../../../shared/operations/enterprises/list-questions.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists what banks asked about caps. */
export const handler = listEndpoint(
  route,
  (services, { caller, query }, page) => listQuestions(services, caller, query, page),
  (day, { caller }) => questionsView(day, caller),
);
