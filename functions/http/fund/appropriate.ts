import { appropriateFund as route } from '../../../shared/contracts/routes/fund.ts';
import { appropriateFund } from '../../../shared/operations/fund/appropriate.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The finance bureau puts money into the fund. */
export const handler = commandEndpoint(route, (services, context, { body }) =>
  appropriateFund(services, context, body),
);
