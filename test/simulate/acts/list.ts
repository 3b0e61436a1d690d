import { revokeApprovedInclusion } from '../../../shared/operations/inclusions/revoke.ts';
import { submitInclusion } from '../../../shared/operations/inclusions/submit.ts';
import { withdrawInclusion } from '../../../shared/operations/inclusions/withdraw.ts';
import { acceptImport } from '../../../shared/operations/list/accept-import.ts';
import { cancelImport } from '../../../shared/operations/list/cancel-import.ts';
import { releaseImport } from '../../../shared/operations/list/release-import.ts';
import { startRefresh } from '../../../shared/operations/list/start-refresh.ts';
import { anImport, aRow } from '../../operations/list/list-city.ts';
import { creditCode, office } from '../../support/fixtures.ts';
import { type Command, idIn } from '../command.ts';
import type { Inclusion, ListImport } from '../model/city.ts';
import { never, plusDays } from '../model/days.ts';
import { type Act, fitting, type Scene } from './context.ts';
import { nameOf } from './names.ts';
import { enterpriseCaller } from './people.ts';

export const categories = ['high-tech', 'gazelle', 'provincial-tech-sme'] as const;
export const codes: readonly string[] = Array.from({ length: 5 }, (_, index) => creditCode(7000 + index));

function someRows({ chance, today }: Scene) {
  return Array.from({ length: chance.between(1, 4) }, () => {
    const code = chance.one(codes);
    const issuedOn = plusDays(today, -chance.between(0, 400));
    const until = chance.isIn(25) ? never : plusDays(today, chance.between(-60, 500));
    const name = nameOf(code, chance.isIn(92) ? '科技' : '新名', true);
    return { code, name, number: chance.isIn(70) ? '' : `GR${chance.below(3)}`, issuedOn, until };
  });
}

export const importList: Act = (scene) => someImport(scene, scene.chance.isIn(20) ? 'replace' : 'merge');

/** A list that says of whatever it does not name that it is gone. */
export const replaceList: Act = (scene) => someImport(scene, 'replace');

function someImport(scene: Scene, mode: string): Command {
  const { chance } = scene;
  const rows = someRows(scene);
  const category = chance.one(categories);
  const dryRun = chance.isIn(10);
  return importOf({ rows, category, mode, dryRun });
}

type Order = Pick<ListImport, 'rows' | 'category' | 'mode' | 'dryRun'>;

/** The office sends a list. */
export function importOf({ rows, category, mode, dryRun }: Order): Command {
  const raw = rows.map(({ code, name, number, issuedOn, until }) =>
    aRow(code, { name, certificateNumber: number, issuedOn, validUntil: until === never ? null : until }),
  );
  return {
    kind: 'import',
    caller: office(),
    says: `the office ${dryRun ? 'tries' : 'sends'} a list of ${category} (${mode}): ${rows.map(({ code }) => code.slice(-4)).join(' ')}`,
    on: null,
    send: (services, context) =>
      acceptImport(services, context, anImport(raw, { category, mode: mode as 'merge', dryRun })),
    against: () => [],
    apply: (city, body) => {
      const id = idIn(body, 'importId');
      city.imports.set(id, { id, category, mode, dryRun, by: 'office-1', rows, state: 'queued', rejected: new Set() });
    },
  };
}

export const releaseReplace: Act = (scene) => {
  const { city, chance } = scene;
  const found = chance.oneOrNone(
    fitting(scene, [...city.imports.values()], ({ state }) => state === 'awaiting-release'),
  );
  if (!found) return null;
  return releaseOf(found, chance.isIn(85) ? 'office-2' : 'office-1');
};

/** An official releases a replace that waits for it. */
export const releaseOf = (found: ListImport, sub: string): Command => ({
  kind: 'release',
  caller: office(sub),
  says: `${sub} releases ${found.id}`,
  on: ['imports', found.id],
  send: (services, context) => releaseImport(services, context, found.id),
  against: () => {
    if (sub === found.by) return ['four-eyes'];
    return found.state === 'awaiting-release' ? [] : ['state-conflict'];
  },
  apply: () => {
    found.state = 'running';
  },
});

const cancellable = ['queued', 'running', 'awaiting-release'];

export const cancelList: Act = (scene) => {
  const { city, chance } = scene;
  const found = chance.oneOrNone(
    fitting(scene, [...city.imports.values()], ({ state }) => cancellable.includes(state)),
  );
  if (!found) return null;
  return {
    kind: 'cancel-import',
    caller: office(),
    says: `the office cancels ${found.id}`,
    on: ['imports', found.id],
    send: (services, context) => cancelImport(services, context, found.id, '发错了文件'),
    against: () => (cancellable.includes(found.state) ? [] : ['state-conflict']),
    apply: () => {
      found.state = 'cancelled';
    },
  };
};

export const refreshList: Act = () => ({
  kind: 'refresh',
  caller: office(),
  says: 'the office orders a refresh',
  on: null,
  send: (services, context) => startRefresh(services, context, { reason: '名单核对' }),
  against: () => [],
  apply: (city, body) => city.refreshes.set(String(body.refreshId), '名单核对'),
});

export const askInclusion: Act = (scene) => {
  const { chance, today } = scene;
  const code = chance.one([...codes, creditCode(7100), creditCode(7101)]);
  const isOwn = chance.isIn(50);
  const until = chance.isIn(50) ? never : plusDays(today, chance.between(0, 200));
  const sub = chance.one(['office-1', 'office-2']);
  const name = nameOf(code);
  return {
    kind: 'ask-inclusion',
    caller: isOwn ? enterpriseCaller(code) : office(sub),
    says: `${isOwn ? code : sub} asks to include ${code} until ${until}`,
    on: null,
    send: (services, context) =>
      submitInclusion(services, context, {
        ...{ creditCode: code, name, innovationNeed: '研发', financingLack: '无抵押物', evidence: [] },
        validUntil: until === never ? null : until,
      }),
    against: (city) => {
      const open = [...city.inclusions.values()].some(
        (each) => each.code === code && ['submitted', 'on-agenda', 'deferred'].includes(each.state),
      );
      return open ? ['state-conflict'] : [];
    },
    apply: (city, body) => {
      const id = idIn(body, 'inclusionId');
      city.inclusions.set(id, {
        id,
        code,
        name,
        until,
        state: 'submitted',
        madeBy: isOwn ? null : sub,
        meetingId: null,
      });
    },
  };
};

const someInclusion = (scene: Scene, state: string): Inclusion | undefined =>
  scene.chance.oneOrNone(fitting(scene, [...scene.city.inclusions.values()], (each) => each.state === state));

export const withdrawAsking: Act = (scene) => {
  const found = someInclusion(scene, 'submitted');
  if (!found) return null;
  return {
    kind: 'withdraw-inclusion',
    caller: found.madeBy === null ? enterpriseCaller(found.code) : office(found.madeBy),
    says: `${found.id} is withdrawn`,
    on: ['inclusions', found.id],
    send: (services, context) => withdrawInclusion(services, context, found.id, null),
    against: () => (found.state === 'submitted' ? [] : ['state-conflict']),
    apply: () => {
      found.state = 'withdrawn';
    },
  };
};

export const revokeInclusion: Act = (scene) => {
  const found = someInclusion(scene, 'approved');
  if (!found) return null;
  return {
    kind: 'revoke-inclusion',
    caller: office(),
    says: `the office revokes ${found.id}`,
    on: ['inclusions', found.id],
    send: (services, context) => revokeApprovedInclusion(services, context, found.id, '情况变化'),
    against: (_city, { today }) => (found.state === 'approved' && found.until >= today ? [] : ['state-conflict']),
    apply: (city, _body, { today }) => {
      found.state = 'revoked';
      const own = city.enterprises.get(found.code)?.inclusions.find(({ id }) => id === found.id);
      if (own) own.until = plusDays(today, -1);
    },
  };
};
