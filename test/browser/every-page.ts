import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../infra/build/project.ts';
import { expected } from '../support/lender.ts';
import type { BrowserCity } from './browser-city.ts';

/** The paths of all pages, out of the page's own list of them: one that is added is looked at, too. */
const paths = [
  ...readFileSync(join(projectFolder, 'functions/admin/pages/pages.ts'), 'utf8').matchAll(/^\s+path: '([^']+)'/gm),
].map(([, path = '']) => path);

/** Every place in the page, with something real of each kind; `votes` are those that a member alone opens. */
export async function everyPage(
  city: BrowserCity,
): Promise<{ readonly places: readonly string[]; readonly votes: readonly string[] }> {
  const ids = await oneOfEach(city);
  const places = paths.map((path) =>
    path.replace(/:(\w+)/g, (_, name: string) => {
      const id = ids[name];
      if (id === undefined) throw new Error(`Nothing stands for :${name} of the page ${path}`);
      return id;
    }),
  );
  const isVote = (place: string): boolean => place.endsWith('/vote');
  return { places: places.filter((place) => !isVote(place)), votes: places.filter(isVote) };
}

async function oneOfEach({ api, codes }: BrowserCity): Promise<Readonly<Record<string, string>>> {
  const creditCode = codes[25] ?? '';
  const application = { creditCode, institutionId: 'rcb', amountFen: 50_000_000, termMonths: 12 };
  const terms = { mode: 'credit', purpose: '研发投入' };
  const applied = expected(await api.post('bank-rcb', '/v1/applications', { ...application, ...terms }), 201);
  const asked = { name: '平湖某新材料有限公司', innovationNeed: '中试', financingLack: '无抵押物', evidence: [] };
  const inclusion = expected(await api.post('bank-rcb', `/v1/enterprises/${codes[26]}/inclusions`, asked), 201);
  expected(await api.send(null, 'POST', '/local/jobs/verify-trail', {}));
  const first = async (path: string, name: string): Promise<string> => {
    const { items } = expected(await api.get('office-1', `${path}${path.includes('?') ? '&' : '?'}limit=1`));
    const [item] = items as Readonly<Record<string, string>>[];
    if (!item) throw new Error(`There is nothing at ${path}`);
    return String(item[name]);
  };
  return {
    creditCode,
    applicationId: String(applied.applicationId),
    inclusionId: String(inclusion.inclusionId),
    importId: await first('/v1/imports', 'importId'),
    loanId: await first('/v1/loans', 'loanId'),
    claimId: await first('/v1/claims', 'claimId'),
    meetingId: await first('/v1/meetings', 'meetingId'),
    checkId: await first('/v1/audit/checks', 'checkId'),
    institutionId: 'rcb',
    policyId: 'measures-2024',
  };
}
