import { decodeJwt } from 'jose';
import type { Role } from '../../../shared/contracts/route.ts';
import { routes } from '../../../shared/contracts/routes.ts';
import { Api, type Reply, type Request } from '../../support/api.ts';
import { faultsOfSight } from '../../support/visible-fields/judge.ts';

/** A client that holds every answer, of whatever is asked for, against what its reader may see, field by field. */
export class WatchedApi extends Api {
  override async send(client: string | null, method: string, path: string, request: Request): Promise<Reply> {
    const reply = await super.send(client, method, path, request);
    const [pathname = ''] = path.split('?');
    const route = routes.find((each) => each.method === method && patternOf(each.path).test(pathname));
    const promised = route?.replies[reply.status];
    if (client !== null && promised && reply.headers.get('content-type')?.includes('json')) {
      const { org, roles } = decodeJwt(await this.token(client)) as { org: string; roles: readonly Role[] };
      const role = roles.find((each) => route.roles.includes(each));
      const faults = role ? faultsOfSight(promised, pathname, reply.body, { role, org }) : [];
      if (faults.length > 0) throw new Error(`${client} ${method} ${path}: ${faults.join('; ')}`);
    }
    return reply;
  }
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
